using AuditDashboard.Events;

namespace AuditDashboard.Retention.Erasure;

/// <summary>Tells of erasures: in the event log, in the operator's log, and in the row when one is stuck.</summary>
internal sealed partial class ErasureLog(IEventLog log, ErasureShelf shelf, TimeProvider time, ILogger<ErasureLog> logger)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <returns>The event's seq.</returns>
    /// <exception cref="IOException">The log refused.</exception>
    public async Task<long> AppendAsync(string type, string id, IReadOnlyDictionary<string, string?> data, CancellationToken cancel)
    {
        var told = await log.AppendAsync([OwnEvent.Found(type, id, null, time, data)], cancel);
        return told.Succeeded ? told.Value[0].Seq : throw new IOException($"The log refused to note an erasure: {told.Refusal.Code}");
    }

    public void Done(ErasureRow row) => LogDone(row.Id, row.Messages, row.Dialogs);

    public async Task FailedAsync(ErasureRow row, Exception problem)
    {
        LogFailed(row.Id, row.State, problem);
        row.Fault = problem.GetType().Name;
        try
        {
            await shelf.WriteAsync(row, CancellationToken.None);
        }
        catch (Exception further)
        {
            LogUnwritten(row.Id, further);
        }
    }

    [LoggerMessage(EventId = 5011, Level = LogLevel.Information, Message = "Erasure {Erasure} is done: content of {Messages} events in {Dialogs} dialogs")]
    private partial void LogDone(Guid erasure, long messages, long dialogs);

    [LoggerMessage(EventId = 5012, Level = LogLevel.Error, Message = "Erasure {Erasure} stopped while {State}")]
    private partial void LogFailed(Guid erasure, string state, Exception problem);

    [LoggerMessage(EventId = 5013, Level = LogLevel.Error, Message = "That erasure {Erasure} stopped could not be written down")]
    private partial void LogUnwritten(Guid erasure, Exception problem);
}
