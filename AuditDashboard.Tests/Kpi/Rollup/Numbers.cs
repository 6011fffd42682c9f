using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Kpi;
using AuditDashboard.Kpi.Rollup;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Kpi.Rollup;

/// <summary>What tests of the numbers do to an application.</summary>
internal static class Numbers
{
    public static readonly DateOnly First = new(2026, 11, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Appends, and waits until it is in the numbers.</summary>
    public static async Task TellAsync(this TestApp app, params EventDraft[] drafts)
    {
        var answer = await app.Get<IEventLog>().AppendAsync(drafts, Cancel);
        Assert.All(answer.Value!, item => Assert.Equal(AppendStatus.Accepted, item.Status));
        await app.Get<IStories>().CatchUpAsync(Cancel);
    }

    public static Task<KpiReport> ReportAsync(this TestApp app, DateOnly? from = null, DateOnly? to = null) =>
        app.Get<IKpiReports>().RunAsync(new KpiFilter(from ?? First, to ?? First.AddDays(60)), Cancel);

    /// <summary>Every sum as text, to be compared.</summary>
    public static async Task<List<string>> SumsAsync(this TestApp app)
    {
        await using var db = await app.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        var days = await db.Set<DayRow>().AsNoTracking().OrderBy(row => row.Day).ThenBy(row => row.Channel).ThenBy(row => row.Branch).ThenBy(row => row.Release).ToListAsync(Cancel);
        var labels = await db.Set<LabelRow>().AsNoTracking().OrderBy(row => row.Day).ThenBy(row => row.Kind).ThenBy(row => row.Label).ThenBy(row => row.Channel)
            .ThenBy(row => row.Branch).ThenBy(row => row.Release).ToListAsync(Cancel);
        return
        [
            .. days.Select(row => string.Join('|', row.Day, row.Channel, row.Branch, row.Release, string.Join('|', Blobs(row).Select(Convert.ToHexString)))),
            .. labels.Select(row => string.Join('|', row.Day, row.Kind, row.Label, row.Channel, row.Branch, row.Release, row.Count, row.Hits, row.More, row.Amount)),
        ];
    }

    private static byte[][] Blobs(DayRow row) => [row.Counts, row.Hours, row.Waits, row.HumanWaits, row.BookingWaits, row.Reactions, row.Totals];

    public static async Task ExecuteAsync(this TestApp app, string sql)
    {
        await using var db = await app.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
#pragma warning disable EF1002 // the tests' own words
        await db.Database.ExecuteSqlRawAsync(sql, Cancel);
#pragma warning restore EF1002
    }

    public static EventDraft Answer(string id, string time, string session = "s-1", string more = "\"text\":\"Ждём вас.\"") =>
        Drafts.Of($$"""{"id":"{{id}}","type":"message.sent","time":"{{time}}","session":"{{session}}","channel":"telegram",{{more}}}""");

    public static EventDraft Lead(string id, string time, string client, string? phone = null) =>
        Drafts.Of($$"""{"id":"{{id}}","type":"lead.created","time":"{{time}}","channel":"telegram","client":{"id":"{{client}}"{{(phone is null ? "" : $",\"phone\":\"{phone}\"")}}},"session":"{{client}}","lead":{"id":"L-{{id}}"} }""");
}
