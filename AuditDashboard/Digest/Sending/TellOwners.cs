using AuditDashboard.Digest.Alarms;
using AuditDashboard.Digest.Writing;
using AuditDashboard.Foundation;

namespace AuditDashboard.Digest.Sending;

/// <summary>A sweep: what has gone wrong, what the morning brings, and what is to be sent of it. Alarms first; one that breaks holds up none of the others.</summary>
internal sealed partial class TellOwners(
    WatchAlarms alarms, MakeDueDigest digests, SendOwnerMessages sending, Pulse<DigestChanged> changed, ILogger<TellOwners> logger) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task HandleAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var isNew = await TryAsync(alarms.HandleAsync, cancel) | await TryAsync(digests.HandleAsync, cancel);
            if (await sending.HandleAsync(cancel) || isNew)
            {
                changed.Send(new DigestChanged());
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<bool> TryAsync(Func<CancellationToken, Task<bool>> part, CancellationToken cancel)
    {
        try
        {
            return await part(cancel);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogBroken(problem);
            return false;
        }
    }

    [LoggerMessage(EventId = 4302, Level = LogLevel.Error, Message = "A part of what owners are told could not be made; it is tried again at the next run")]
    private partial void LogBroken(Exception problem);
}

/// <summary>News: a digest was made, or something became of a message.</summary>
internal sealed record DigestChanged;
