using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Channels.Silence;

/// <summary>Reads every source's flow of the last seven weeks.</summary>
internal sealed class FlowsQuery(IDbContextFactory<AuditDbContext> databases, SalonClock clock)
{
    public async Task<IReadOnlyList<SourceFlow>> RunAsync(CancellationToken cancel)
    {
        var oldest = clock.Now.ToUnixTimeSeconds() / 3600 - SessionStartRow.Slots;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<SessionStartRow>().AsNoTracking().Where(row => row.Hour > oldest).ToListAsync(cancel);
        return [.. rows.GroupBy(row => new Source(row.Bot, row.Endpoint, row.Channel)).Select(rows => Flow(rows.Key, [.. rows]))];
    }

    public async Task<IReadOnlyList<SilenceRow>> SilencesAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<SilenceRow>().AsNoTracking().ToListAsync(cancel);
    }

    private SourceFlow Flow(Source source, IReadOnlyList<SessionStartRow> rows)
    {
        var starts = rows.ToDictionary(row => row.Hour, row => row.Starts);
        return new SourceFlow(source, new Expectation(starts, rows.Min(row => row.Hour), hour => PublicHolidays.ContainsHour(clock, hour)), starts, rows.Max(row => row.LastAt));
    }
}
