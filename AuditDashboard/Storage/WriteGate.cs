namespace AuditDashboard.Storage;

/// <summary>Lets one write transaction at a time pass on SQLite, so that ours never meet as SQLITE_BUSY.</summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    public async ValueTask<Pass> EnterAsync(CancellationToken cancel)
    {
        if (!_one.Wait(0, CancellationToken.None))
        {
            await _one.WaitAsync(cancel);
        }

        return new Pass(_one);
    }

    /// <summary>The blocking twin, for callers EF Core gives no asynchronous way.</summary>
    public Pass Enter()
    {
        _one.Wait();
        return new Pass(_one);
    }

    public void Dispose() => _one.Dispose();

    public readonly struct Pass(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
