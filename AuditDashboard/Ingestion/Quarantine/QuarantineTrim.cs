using System.Diagnostics.Metrics;
using AuditDashboard.Ingestion.Limits;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Ingestion.Quarantine;

/// <summary>Drops the oldest beyond the limit, and counts them: what was refused must not fill the disk.</summary>
internal sealed partial class QuarantineTrim(WriteGate gate, IOptions<IngestionOptions> options, IMeterFactory meters, ILogger<QuarantineTrim> logger)
{
    private readonly Counter<long> _counter = meters.Create("AuditDashboard.Ingestion").CreateCounter<long>("quarantine.dropped");
    private long _dropped;
    private int _since = int.MaxValue / 2;

    /// <summary>Bodies dropped since the start of the process.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    public async Task RunAsync(AuditDbContext db, int added, CancellationToken cancel)
    {
        var limit = options.Value.QuarantineRows;
        _since += added;
        if (_since < Math.Max(1, limit / 20))
        {
            return;
        }

        _since = 0;
        var oldest = await db.Set<QuarantineRow>().OrderByDescending(row => row.Id).Skip(limit).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancel);
        if (oldest is null)
        {
            return;
        }

        int dropped;
        using (await gate.EnterAsync(cancel))
        {
            dropped = await db.Set<QuarantineRow>().Where(row => row.Id <= oldest).ExecuteDeleteAsync(cancel);
        }

        Interlocked.Add(ref _dropped, dropped);
        _counter.Add(dropped);
        LogDropped(dropped, limit);
    }

    [LoggerMessage(EventId = 2100, Level = LogLevel.Warning, Message = "Quarantine is over its limit: dropped the {Dropped} oldest, kept {Limit}")]
    private partial void LogDropped(int dropped, int limit);
}
