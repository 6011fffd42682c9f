using AuditDashboard.Foundation;
using AuditDashboard.Kpi;

namespace AuditDashboard.Tests.Kpi.Tiles;

/// <summary>The reports set by hand, with everything else the start page shows around them.</summary>
internal sealed class FakeOverviews(FakeReports reports) : IKpiOverviews, IKpiDrillDown
{
    public long LeftAlone { get; set; }

    public List<IKpiDrillDown.Request> Opened { get; } = [];

    public async Task<KpiOverview> RunAsync(KpiFilter filter, CancellationToken cancel) =>
        Around(await reports.RunAsync(filter, cancel), await reports.RunAsync(filter.Previous, cancel));

    public Task<KpiDetails> DetailsAsync(KpiFilter filter, CancellationToken cancel) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> ReleasesAsync(KpiFilter filter, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<IKpiDrillDown.Page> RunAsync(IKpiDrillDown.Request request, CancellationToken cancel)
    {
        Opened.Add(request);
        var count = request.Label == "unanswered" ? LeftAlone : request.Number == KpiNumber.Bookings ? 60 : 0;
        var row = new IKpiDrillDown.Row(
            7, new DateTimeOffset(2025, 11, 22, 9, 30, 0, TimeSpan.Zero), null, new ClientId(Guid.Empty), "b1", "telegram", "push", null, null, 125_000, 480_000);
        return Task.FromResult(new IKpiDrillDown.Page(count, count == 0 ? [] : [row]));
    }

    public static KpiOverview Around(KpiReport now, KpiReport before)
    {
        var visits = new Share(23, 377, 0.061, 0.041, 0.09);
        return new KpiOverview(
            new KpiOverview.Lag(null, 0), now, before,
            [
                Tile(KpiOverview.Kpi.ResponseTime, KpiNumber.AssistantTurns, KpiNumber.AnsweredInTime, now.ResponseTime.Within, before.ResponseTime.Within, now, day => day.Within),
                Tile(KpiOverview.Kpi.Conversion, KpiNumber.Needs, KpiNumber.Converted, now.Conversion.Share, before.Conversion.Share, now, day => day.Conversion),
                Tile(KpiOverview.Kpi.Confirmation, KpiNumber.VisitsAsked, KpiNumber.VisitsConfirmed, visits, visits, now, day => day.Conversion),
                Tile(KpiOverview.Kpi.NoShow, KpiNumber.Expected, KpiNumber.NoShows, visits, visits, now, day => day.Conversion, lowerIsBetter: true),
                Tile(KpiOverview.Kpi.AutoClosed, KpiNumber.Closable, KpiNumber.AutoClosed, now.AutoClosed.Share, before.AutoClosed.Share, now, day => day.AutoClosed),
                Tile(KpiOverview.Kpi.Escalations, KpiNumber.Escalatable, KpiNumber.Escalated, now.Escalations.Share, before.Escalations.Share, now, day => day.Escalations, lowerIsBetter: true),
            ],
            [
                new(KpiNumber.Sessions, 1073, null, 1, 0, 0, null, 0), new(KpiNumber.Needs, 668, 0.62, 1, 393, 0, null, 0),
                new(KpiNumber.FunnelBooked, 412, 0.62, 0.62, 256, 0, "price", 200), new(KpiNumber.FunnelPaid, 0, 0, 0, 412, 0, null, 0),
            ],
            [new("price", 200, 48_000_000)],
            [.. now.Volume.Channels.Select(row => new KpiOverview.Channel(
                row.Channel, row.Sessions, row.Leads, new Share(row.Converted, row.Leads, 0.5, 0, 1), visits, 1800, visits, visits, visits, visits, row.Converted, 100, 5_000_000))],
            new long[168], new KpiOverview.NightShift(3, 1_440_000, 60, new long[168]),
            new KpiOverview.Money(480_000, 60, new Share(40, 100, 0.4, 0.3, 0.5), 256, 49_152_000, 23, 11_040_000, 5, 2_400_000, 62_592_000, 4_915_200),
            [Point("push", 40, 100), Point("sad", 20, 100)], [new("booking.price", 118, 40)]);
    }

    private static KpiOverview.BranchPoint Point(string branch, long k, long n) =>
        new(KpiOverview.Kpi.Conversion, branch, new Share(k, n, (double)k / n, 0, 1), 0.3, 0.21, 0.39, 0.158, 0.442);

    private static KpiOverview.Tile Tile(
        KpiOverview.Kpi kpi, KpiNumber of, KpiNumber hits, Share now, Share before, KpiReport report, Func<KpiReport.Day, Share> days, bool lowerIsBetter = false) =>
        new(kpi, of, hits, now, before, now, before, lowerIsBetter, now.N < 30, [.. report.Days.Select(days)]);
}
