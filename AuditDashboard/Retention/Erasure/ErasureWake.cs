using System.Threading.Channels;

namespace AuditDashboard.Retention.Erasure;

/// <summary>Tells the clock of erasures that there is one to carry out.</summary>
internal sealed class ErasureWake
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _signal.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancel) => await _signal.Reader.ReadAsync(cancel);
}
