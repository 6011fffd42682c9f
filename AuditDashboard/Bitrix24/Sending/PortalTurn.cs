using System.Diagnostics.CodeAnalysis;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>One at a time works with the portal.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing.")]
internal sealed class PortalTurn
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Null when somebody is at it already.</summary>
    public async Task<IDisposable?> TryEnterAsync(CancellationToken cancel) => await _one.WaitAsync(0, cancel) ? new Turn(_one) : null;

    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        return new Turn(_one);
    }

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
