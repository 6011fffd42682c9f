using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Events.Log;

/// <summary>
/// The only writer of <c>events</c>: one transaction a batch, append steps inside it, answers after fsync. A batch that fails is undone whole;
/// when the disk is not to blame, its calls are tried again one by one, so that only the culprit hears no.
/// </summary>
internal sealed partial class EventWriter(
    WriteGate gate, WriteConnection connection, IEnumerable<IAppendStep> steps, Pulse<EventsAppended> appended, IOptions<RetentionOptions> retention,
    ILogger<EventWriter> logger)
{
    private readonly IAppendStep[] _steps = [.. steps.OrderBy(step => step.Order)];
    private EventTable? _table;

    /// <summary>Never throws: every call gets its answer.</summary>
    public async Task WriteAsync(List<AppendRequest> batch)
    {
        long last;
        using (await gate.EnterAsync(CancellationToken.None))
        {
            last = Write(batch);
        }

        if (last > 0)
        {
            appended.Send(new EventsAppended(last));
        }
    }

    private long Write(List<AppendRequest> batch)
    {
        try
        {
            var last = 0L;
            connection.InTransaction(store => last = Append(store, batch));
            batch.ForEach(request => request.Complete());
            return last;
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode != SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            LogDisk(problem);
            Forget();
            batch.ForEach(request => request.Refuse(Refusals.Storage));
        }
        catch (Exception problem)
        {
            LogFault(problem);
            Forget();
            return batch.Count == 1 ? RefuseOnly(batch[0]) : batch.Max(request => Write([request]));
        }

        return 0;
    }

    private static long RefuseOnly(AppendRequest request)
    {
        request.Refuse(Refusals.Failed);
        return 0;
    }

    private long Append(WriteConnection store, List<AppendRequest> batch)
    {
        _table ??= new EventTable(store, TimeSpan.FromDays(retention.Value.Days));
        _table.Begin();
        var fresh = new List<AppendingEvent>();
        foreach (var request in batch)
        {
            for (var i = 0; i < request.Events.Length; i++)
            {
                request.Results[i] = _table.Offer(request.Events[i], fresh);
            }
        }

        if (fresh.Count == 0)
        {
            return 0;
        }

        var appending = new AppendBatch(fresh, store);
        foreach (var step in _steps)
        {
            step.Apply(appending);
        }

        _table.Insert(fresh);
        return fresh[^1].Seq;
    }

    private void Forget()
    {
        _table = null;
        foreach (var step in _steps)
        {
            step.Forget();
        }
    }

    [LoggerMessage(EventId = 2000, Level = LogLevel.Error, Message = "The log could not be written; the batch was refused")]
    private partial void LogDisk(Exception problem);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Error, Message = "A batch failed in a step; its calls are tried one by one")]
    private partial void LogFault(Exception problem);
}
