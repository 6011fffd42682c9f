namespace AuditDashboard.Demo.Story;

/// <summary>
/// A release of the assistant and how well it does (product.md section 7.3). Endings are in per cent of the conversations of their kind; with six conversations of
/// ten about a new visit they give the K2, K5 and K6 named beside each release.
/// </summary>
/// <param name="WaitSigma">Sigma of the lognormal wait whose median is <paramref name="MedianWaitMs"/> (ms).</param>
/// <param name="Lost">Share of a conversation's turns in the middle that get no answer, in per cent of conversations.</param>
/// <param name="RightIntent">K7 to be found by reviewers, in per cent.</param>
internal sealed record DemoRelease(
    string Name, string Model, string ModelVersion, string ScenarioVersion, double MedianWaitMs, double WaitSigma, double Lost, double RightIntent)
{
    public required IReadOnlyList<(Ending Ending, double Share)> LeadEndings { get; init; }

    public required IReadOnlyList<(Ending Ending, double Share)> OtherEndings { get; init; }

    /// <summary>K2 41, K5 58, K6 17; within 3 s 71.</summary>
    public static readonly DemoRelease First = new("salon-1.0", "gpt-4o-mini", "2024-07-18", "1.0", 2080, 0.63, 1.6, 87)
    {
        LeadEndings = Leads(booked: 37, answered: 15.7, byHuman: 3, escalated: 12, unanswered: 2),
        OtherEndings = Others(answered: 66, escalated: 20, unanswered: 2),
    };

    /// <summary>The price branch is mended. K2 45, K5 64, K6 14.5; within 3 s 91.</summary>
    public static readonly DemoRelease Second = new("salon-1.1", "gpt-4o-mini", "2024-07-18", "1.1", 1450, 0.54, 1.6, 90)
    {
        LeadEndings = Leads(booked: 41, answered: 18.3, byHuman: 3, escalated: 9.5, unanswered: 2),
        OtherEndings = Others(answered: 71, escalated: 17.5, unanswered: 2),
    };

    /// <summary>A new model that made things worse. K2 35, K5 52, K6 23; within 3 s 61.</summary>
    public static readonly DemoRelease Third = new("salon-1.2", "gpt-4.1-mini", "2025-04-14", "1.1", 2450, 0.63, 5.2, 82)
    {
        LeadEndings = Leads(booked: 31, answered: 15.7, byHuman: 3, escalated: 18, unanswered: 6),
        OtherEndings = Others(answered: 60, escalated: 26, unanswered: 6),
    };

    /// <summary>Tried on a fifth of the clients, then on all. K2 51, K5 71, K6 12; within 3 s 94.</summary>
    public static readonly DemoRelease Fourth = new("salon-1.3", "gpt-4.1-mini", "2025-04-14", "1.3", 1330, 0.51, 1.6, 93)
    {
        LeadEndings = Leads(booked: 47, answered: 20.7, byHuman: 3, escalated: 7, unanswered: 2),
        OtherEndings = Others(answered: 76, escalated: 15, unanswered: 2),
    };

    public static IReadOnlyList<DemoRelease> All => [First, Second, Third, Fourth];

    private static (Ending, double)[] Leads(double booked, double answered, double byHuman, double escalated, double unanswered) =>
    [
        (Ending.Booked, booked), (Ending.Answered, answered), (Ending.BookedByHuman, byHuman), (Ending.Escalated, escalated), (Ending.Unanswered, unanswered),
        (Ending.BookedLater, 1), (Ending.Abandoned, 99 - booked - answered - byHuman - escalated - unanswered),
    ];

    private static (Ending, double)[] Others(double answered, double escalated, double unanswered) =>
        [(Ending.Answered, answered), (Ending.Escalated, escalated), (Ending.Unanswered, unanswered), (Ending.Abandoned, 100 - answered - escalated - unanswered)];
}
