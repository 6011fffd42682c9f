namespace AuditDashboard.Relay.Passing;

/// <summary>Ends a call when nothing has moved for a while, or when whoever made it goes away. A call that moves may take as long as it likes.</summary>
internal sealed class Quiet : IDisposable
{
    private readonly TimeSpan _most;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _either;

    /// <param name="caller">Cancelled when the caller goes away.</param>
    public Quiet(TimeSpan most, TimeProvider time, CancellationToken caller)
    {
        _most = most;
        _silence = new CancellationTokenSource(most, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_silence.Token, caller);
    }

    public CancellationToken Token => _either.Token;

    public bool IsOver => _silence.IsCancellationRequested;

    public void Moved() => _silence.CancelAfter(_most);

    public void Dispose()
    {
        _either.Dispose();
        _silence.Dispose();
    }
}
