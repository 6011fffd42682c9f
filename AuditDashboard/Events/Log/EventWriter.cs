using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.Data.Sqlite;

namespace AuditDashboard.Events.Log;

/// <summary>
/// The only writer of <c>events</c>: one transaction a batch, append steps inside it, answers after fsync. A batch that fails is undone whole;
/// when the disk is not to blame, its calls are tried again one by one, so that only the culprit hears no.
/// </summary>
internal sealed partial class EventWriter(
    WriteGate gate, WriteConnection connection, IEnumerable<IAppendStep> steps, Pulse<EventsAppended> appended, ContentPeriod retention,
    ILogger<EventWriter> logger)
{
    private readonly IAppendStep[] _steps = [.. steps.OrderBy(step => step.Order)];
    private EventTable? _table;

    /// <summary>Never throws: every call gets its answer.</summary>
    public async Task WriteAsync(List<AppendRequest> batch)
    {
        List<EventsAppended> news = [];
        using (await gate.EnterAsync(CancellationToken.None))
        {
            Write(batch, news);
        }

        Tell(batch, news);
    }

    /// <summary>The same on a thread that may block.</summary>
    public void Write(List<AppendRequest> batch)
    {
        List<EventsAppended> news = [];
        using (gate.Enter())
        {
            Write(batch, news);
        }

        Tell(batch, news);
    }

    /// <summary>News first: whoever asks for numbers right after an answer must find the event announced.</summary>
    private void Tell(List<AppendRequest> batch, List<EventsAppended> news)
    {
        news.ForEach(appended.Send);
        batch.ForEach(request => request.Complete());
    }

    private void Write(List<AppendRequest> batch, List<EventsAppended> news)
    {
        try
        {
            List<AppendingEvent> fresh = [];
            connection.InTransaction(store => Append(store, batch, fresh));
            if (fresh.Count > 0)
            {
                news.Add(new EventsAppended(fresh[^1].Seq, fresh.Select(appending => appending.ClientId).OfType<ClientId>().Concat(fresh.SelectMany(appending => appending.AlsoOf)).ToHashSet()));
            }
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode != SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            LogDisk(problem);
            Forget();
            batch.ForEach(request => request.Refuse(Refusals.Storage));
        }
        catch (Exception problem) when (batch.Count > 1)
        {
            LogFault(problem);
            Forget();
            batch.ForEach(request => Write([request], news));
        }
        catch (Exception problem)
        {
            LogFault(problem);
            Forget();
            batch[0].Refuse(Refusals.Failed);
        }
    }

    private void Append(WriteConnection store, List<AppendRequest> batch, List<AppendingEvent> fresh)
    {
        _table ??= new EventTable(store, retention);
        _table.Begin();
        foreach (var request in batch)
        {
            for (var i = 0; i < request.Events.Length; i++)
            {
                request.Results[i] = _table.Offer(request.Events[i], fresh);
            }
        }

        if (fresh.Count == 0)
        {
            return;
        }

        var table = _table;
        var appending = new AppendBatch(fresh, store, (cause, draft) => table.Offer(SealedEvent.Seal(draft, cause.RecordedAt), fresh));
        foreach (var step in _steps)
        {
            step.Apply(appending);
        }

        _table.Insert(fresh);
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
