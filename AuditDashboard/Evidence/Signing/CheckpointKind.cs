namespace AuditDashboard.Evidence.Signing;

/// <summary>Why a checkpoint was signed (standards.md section 5.3).</summary>
internal static class CheckpointKind
{
    public const string Regular = "regular";
    public const string Demand = "demand";
    public const string Shutdown = "shutdown";
    public const string Daily = "daily";
    public const string Export = "export";

    /// <summary>These are kept for ever; the others 90 days.</summary>
    public static readonly IReadOnlyList<string> Kept = [Daily, Export];
}
