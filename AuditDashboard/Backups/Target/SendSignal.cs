using System.Threading.Channels;

namespace AuditDashboard.Backups.Target;

/// <summary>Wakes the sender: there is something to carry elsewhere.</summary>
internal sealed class SendSignal
{
    private readonly Channel<bool> _wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _wanted.Writer.TryWrite(true);

    public IAsyncEnumerable<bool> WantedAsync(CancellationToken cancel) => _wanted.Reader.ReadAllAsync(cancel);
}
