using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using AuditDashboard.Ui;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Conversations.Critical;

/// <summary>Reads the critical events a viewer may see: what waits first, the newest on top.</summary>
internal sealed class CriticalQuery(IDbContextFactory<AuditDbContext> databases, ISessions sessions, ICurrentViewer viewers, ISettings settings, SalonClock clock)
{
    public const int Most = 100;

    /// <summary>Whoever waits longer for a first word has waited long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <param name="kind">complaint | escalation | call; null = all.</param>
    /// <param name="all">Also those somebody has reacted to.</param>
    public async Task<CriticalView> RunAsync(Period period, string? branch, string? kind, bool all, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var seen = Seen(db, viewer, clock.StartOf(period.First), clock.StartOf(period.End));
        seen = branch is null ? seen : seen.Where(pair => pair.Row.Branch == branch);
        var open = await Open(seen).GroupBy(pair => pair.Row.Kind).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, cancel);
        var asked = all ? seen : Open(seen);
        asked = kind is null ? asked : asked.Where(pair => pair.Row.Kind == kind);
        var rows = await asked.OrderBy(pair => pair.Row.HandledAt != null || (pair.Mark != null && pair.Mark.ClosedAt != null))
            .ThenByDescending(pair => pair.Row.At).Take(Most).ToListAsync(cancel);
        List<CriticalLine> lines = [];
        foreach (var pair in rows)
        {
            lines.Add(Line(pair, pair.Row.SessionId is { } id ? await sessions.FindAsync(id, cancel) : null, viewer));
        }

        return new CriticalView(open, await asked.CountAsync(cancel), lines, Branches(viewer), viewer.Role != "auditor");
    }

    /// <summary>How many of a kind wait since the first of these days, how many of them for 15 minutes, and when the oldest came; null where none does.</summary>
    public async Task<(int Count, int Long, DateTimeOffset Oldest)?> WaitingAsync(string? kind, DateOnly since, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var open = Open(Seen(db, viewer, clock.StartOf(since), DateTimeOffset.MaxValue)).Where(pair => kind == null || pair.Row.Kind == kind);
        var count = await open.CountAsync(cancel);
        var before = clock.Now - Patience;
        return count == 0 ? null : (count, await open.CountAsync(pair => pair.Row.At <= before, cancel), await open.MinAsync(pair => pair.Row.At, cancel));
    }

    private static IQueryable<CriticalPair> Seen(AuditDbContext db, Viewer viewer, DateTimeOffset from, DateTimeOffset to)
    {
        var rows = db.Set<CriticalRow>().AsNoTracking().Where(row => row.At >= from && row.At < to);
        rows = viewer.Branches is not { } branches ? rows : rows.Where(row => row.Branch != null && branches.Contains(row.Branch));
        return from row in rows
               join mark in db.Set<CriticalMarkRow>().AsNoTracking() on row.Seq equals mark.Seq into marks
               from mark in marks.DefaultIfEmpty()
               select new CriticalPair { Row = row, Mark = mark };
    }

    private static IQueryable<CriticalPair> Open(IQueryable<CriticalPair> pairs) =>
        pairs.Where(pair => pair.Row.HandledAt == null && (pair.Mark == null || pair.Mark.ClosedAt == null));

    private CriticalLine Line(CriticalPair pair, SessionSummary? dialog, Viewer viewer)
    {
        var (row, mark) = (pair.Row, pair.Mark);
        return new CriticalLine(
            row.Seq, row.Kind, dialog?.Id, row.ClientId, dialog?.ClientName, dialog?.LastText, row.Channel, row.Branch is null ? null : settings.Salon.NameOf(row.Branch), row.At, row.DueAt,
            row.HandledAt ?? mark?.ClosedAt, row.HandledAt is null && mark?.ClosedAt is not null, mark?.ReadAt is not null, mark?.OwnerName, mark?.OwnerId == viewer.UserId);
    }

    private IReadOnlyList<BranchOption> Branches(Viewer viewer) =>
        [.. settings.Salon.Branches.Where(branch => viewer.MaySee(branch.Code)).Select(branch => new BranchOption(branch.Code, branch.Name))];
}

/// <summary>A critical event with what people did about it.</summary>
internal sealed class CriticalPair
{
    public required CriticalRow Row { get; init; }
    public CriticalMarkRow? Mark { get; init; }
}
