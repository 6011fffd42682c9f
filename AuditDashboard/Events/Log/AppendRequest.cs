using AuditDashboard.Foundation;

namespace AuditDashboard.Events.Log;

/// <summary>One call's events, sealed, waiting for their commit.</summary>
internal sealed class AppendRequest(SealedEvent[] events)
{
    private readonly TaskCompletionSource<Outcome<Appended[]>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SealedEvent[] Events => events;

    public Appended[] Results { get; } = new Appended[events.Length];

    public Task<Outcome<Appended[]>> Done => _done.Task;

    public void Complete() => _done.TrySetResult(Results);

    public void Refuse(Refusal refusal) => _done.TrySetResult(refusal);
}
