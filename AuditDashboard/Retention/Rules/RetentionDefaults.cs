using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Retention.Rules;

/// <summary>What holds until a person sets something else (http-api.md section 1).</summary>
internal sealed class RetentionDefaults
{
    public const string Section = "Provisioning:Retention";

    [Range(RetentionDays.Fewest, RetentionDays.Most)]
    public int Days { get; set; } = RetentionDays.Most;
}
