using System.Collections.Concurrent;
using System.Threading.Channels;
using AuditDashboard.Foundation;

namespace AuditDashboard.Exports.Files;

/// <summary>What is being written at this moment, and how to stop it.</summary>
internal sealed class ExportProgress(Pulse<ExportsChanged> changed)
{
    /// <summary>Rows between two pieces of news.</summary>
    private const int Apart = 5000;

    private readonly Channel<bool> _wanted = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<Guid, Running> _running = new();

    public IAsyncEnumerable<bool> WantedAsync(CancellationToken cancel) => _wanted.Reader.ReadAllAsync(cancel);

    /// <summary>There is something in the queue.</summary>
    public void Wake() => _wanted.Writer.TryWrite(true);

    public Running Begin(Guid id, CancellationToken stopping) => _running[id] = new Running(CancellationTokenSource.CreateLinkedTokenSource(stopping));

    public void End(Guid id)
    {
        if (_running.TryRemove(id, out var running))
        {
            running.Stop.Dispose();
        }
    }

    public long RowsOf(Guid id) => _running.TryGetValue(id, out var running) ? running.Rows : 0;

    public void Grow(Running running, long rows)
    {
        running.Rows = rows;
        if (rows % Apart == 0)
        {
            changed.Send(new ExportsChanged());
        }
    }

    /// <summary>False when it is not being written.</summary>
    public bool Cancel(Guid id)
    {
        if (!_running.TryGetValue(id, out var running))
        {
            return false;
        }

        try
        {
            running.Stop.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            return false; // it has just ended
        }
    }

    internal sealed class Running(CancellationTokenSource stop)
    {
        private long _rows;

        public CancellationTokenSource Stop => stop;

        public long Rows
        {
            get => Interlocked.Read(ref _rows);
            set => Interlocked.Exchange(ref _rows, value);
        }
    }
}
