using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Channels.Arrivals;

/// <summary>What a sender brought lately.</summary>
/// <param name="LastSeq">Seq of its newest event.</param>
/// <param name="LastAt">UTC; when that event came.</param>
/// <param name="Since">Events since the moment that was asked for, in whole UTC hours.</param>
/// <param name="Hours">Events of the last 24 hours by hour, the present one last.</param>
internal sealed record SenderArrivals(long LastSeq, DateTimeOffset LastAt, int Since, IReadOnlyList<int> Hours);

internal sealed class ArrivalsQuery(IDbContextFactory<AuditDbContext> databases, TimeProvider time)
{
    private const int ShownHours = 24;

    /// <summary>Every sender that brought something in the last weeks, by bot and endpoint (empty for the events API).</summary>
    public async Task<IReadOnlyDictionary<(string Bot, string Endpoint), SenderArrivals>> RunAsync(DateTimeOffset since, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<ArrivalRow>().AsNoTracking().ToListAsync(cancel);
        return rows.GroupBy(row => (row.Bot, row.Endpoint)).ToDictionary(sender => sender.Key, sender => Sum([.. sender], ArrivalRow.HourOf(since)));
    }

    /// <summary>Seq of the newest event of this sender, or 0.</summary>
    public async Task<long> LastSeqAsync(string bot, string endpoint, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<ArrivalRow>().Where(row => row.Bot == bot && row.Endpoint == endpoint).MaxAsync(row => (long?)row.LastSeq, cancel) ?? 0;
    }

    private SenderArrivals Sum(List<ArrivalRow> rows, long since)
    {
        var now = ArrivalRow.HourOf(time.GetUtcNow());
        var hours = new int[ShownHours];
        foreach (var row in rows.Where(row => row.Hour > now - ShownHours && row.Hour <= now))
        {
            hours[row.Hour - now + ShownHours - 1] = row.Events;
        }

        var last = rows.MaxBy(row => row.LastSeq)!;
        return new SenderArrivals(last.LastSeq, last.LastAt, rows.Where(row => row.Hour >= since).Sum(row => row.Events), hours);
    }
}
