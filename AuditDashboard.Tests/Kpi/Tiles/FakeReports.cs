using AuditDashboard.Kpi;

namespace AuditDashboard.Tests.Kpi.Tiles;

/// <summary>Reports with numbers set by hand: this period, the one before, and what was asked.</summary>
internal sealed class FakeReports : IKpiReports
{
    public static readonly Share Nothing = new(0, 0, null, null, null);

    public long Sessions { get; set; } = 1073;

    public Share Conversion { get; set; } = new(412, 1073, 0.384, 0.355, 0.413);

    public bool Fails { get; set; }

    public List<KpiFilter> Asked { get; } = [];

    public Task<KpiReport> RunAsync(KpiFilter filter, CancellationToken cancel)
    {
        Asked.Add(filter);
        if (Fails)
        {
            throw new InvalidOperationException("The database is away.");
        }

        var isEarlier = filter.To <= new DateOnly(2025, 10, 24);
        var share = isEarlier ? new Share(342, 968, 0.353, 0.324, 0.384) : Conversion;
        var response = Sessions == 0
            ? new KpiReport.Response(Nothing, null, null, null, 0, 0, null)
            : new KpiReport.Response(new Share(1900, 2000, 0.95, 0.94, 0.96), isEarlier ? 2200 : 1800, 2900, 3400, 12, 40, 240_000);
        IReadOnlyList<KpiReport.ChannelRow> channels = Sessions == 0 ? [] : [new("telegram", 312, 200, 121), new("whatsapp", 486, 300, 214)];
        return Task.FromResult(new KpiReport(
            filter, "Europe/Moscow", response, new KpiReport.Converted(share, 0),
            new KpiReport.Closed(Sessions == 0 ? Nothing : new Share(8, 25, 0.32, 0.17, 0.52), 5, 3, Nothing),
            new KpiReport.Escalated(Sessions == 0 ? Nothing : new Share(1, 10, 0.1, 0.02, 0.4), 1),
            Days(filter, share), new KpiReport.Traffic(Sessions, Sessions, Sessions / 2, Sessions / 3, channels, new long[168])));
    }

    private static List<KpiReport.Day> Days(KpiFilter filter, Share share) =>
        [.. Enumerable.Range(0, filter.Days).Select(day => new KpiReport.Day(filter.From.AddDays(day), 30, 12, share, 1800, 3400, share, share, share))];
}
