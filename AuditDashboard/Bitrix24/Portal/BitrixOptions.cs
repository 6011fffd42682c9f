using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Bitrix24.Portal;

/// <summary>How hard the portal is called (http-api.md section 1, bitrix24.md section 8).</summary>
internal sealed class BitrixOptions
{
    public const string Section = "Bitrix24";

    /// <summary>Seconds between two looks at the queue; 0 = only when asked, for tests.</summary>
    [Range(0, 3600)]
    public int SweepSeconds { get; set; } = 5;

    /// <summary>Calls a second the portal forgives (its bucket leaks so fast).</summary>
    [Range(0.1, 100)]
    public double RatePerSecond { get; set; } = 2;

    /// <summary>Calls the portal takes at once.</summary>
    [Range(1, 1000)]
    public double Burst { get; set; } = 50;
}
