using System.Diagnostics.CodeAnalysis;

namespace AuditDashboard.Storage;

/// <summary>Lets one write transaction at a time pass on SQLite, so that ours never meet as SQLITE_BUSY.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing, and a late writer at shutdown must not meet a disposed one.")]
public sealed class WriteGate
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

    public readonly struct Pass(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
