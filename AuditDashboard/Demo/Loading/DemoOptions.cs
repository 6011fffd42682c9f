using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Demo.Loading;

/// <summary>Which made-up salon to load into an empty database (http-api.md section 1).</summary>
internal sealed class DemoOptions
{
    public const string Section = "Provisioning";

    /// <summary><c>none</c> | <c>tiny</c> | <c>demo</c> | <c>stress</c></summary>
    [RegularExpression("none|tiny|demo|stress", ErrorMessage = "Provisioning:Demo must be none, tiny, demo or stress")]
    public string Demo { get; set; } = "none";
}
