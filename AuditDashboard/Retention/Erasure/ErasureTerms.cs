using AuditDashboard.Retention.Dossier;

namespace AuditDashboard.Retention.Erasure;

/// <summary>Why data must go, and by when (law 152-FZ): consent withdrawn, 30 days (article 21 part 5); unlawful, 10 working days (21 part 3); wrong or not needed, 7 working days (20 part 3).</summary>
internal static class ErasureTerms
{
    public static readonly IReadOnlyList<string> Bases = ["withdrawal", "unlawful", "unneeded"];

    public static DateOnly DueOn(string basis, DateOnly asked) => basis switch
    {
        "unlawful" => WorkingDays.After(asked, 10),
        "unneeded" => WorkingDays.After(asked, 7),
        _ => asked.AddDays(30),
    };
}
