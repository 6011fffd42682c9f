using System.Threading.Channels;
using AuditDashboard.Foundation;

namespace AuditDashboard.Backups.Making;

/// <summary>What is asked of the one who makes and unpacks backups.</summary>
/// <param name="By">Id of a person, <c>key:&lt;id&gt;</c> or <c>schedule</c>.</param>
/// <param name="Restore">Name of the backup to unpack; null = make one.</param>
internal sealed record BackupOrder(Guid Id, string By, string? Restore = null);

/// <summary>The queue, what is being done at this moment and how far it is. One at a time: the disk belongs to the log.</summary>
internal sealed class BackupWork(Pulse<BackupsChanged> changed, TimeProvider time)
{
    private readonly Channel<BackupOrder> _orders = Channel.CreateUnbounded<BackupOrder>();
    private readonly Lock _lock = new();
    private BackupOrder? _waiting;
    private int _percent;

    /// <summary>Held by whoever makes or unpacks.</summary>
    public SemaphoreSlim One { get; } = new(1, 1);

    public BackupOrder? Running { get; private set; }

    /// <summary>Of <see cref="Running"/>, 0 to 100.</summary>
    public int Percent => Volatile.Read(ref _percent);

    /// <summary>The last thing that went wrong since the last that went well; lives as long as the process.</summary>
    public BackupFailure? Failure { get; private set; }

    public bool IsWaiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting is not null;
            }
        }
    }

    public IAsyncEnumerable<BackupOrder> OrdersAsync(CancellationToken cancel) => _orders.Reader.ReadAllAsync(cancel);

    /// <summary>The order that will be carried out: another's that waits already does as well.</summary>
    public BackupOrder Ask(BackupOrder order)
    {
        lock (_lock)
        {
            if (_waiting is { Restore: null } waiting && order.Restore is null)
            {
                return waiting;
            }

            _waiting = order;
            _orders.Writer.TryWrite(order);
        }

        changed.Send(new BackupsChanged());
        return order;
    }

    public void Begin(BackupOrder order)
    {
        lock (_lock)
        {
            _waiting = _waiting?.Id == order.Id ? null : _waiting;
        }

        (Running, _percent) = (order, 0);
        changed.Send(new BackupsChanged());
    }

    public void Grow(int percent)
    {
        if (Interlocked.Exchange(ref _percent, percent) != percent)
        {
            changed.Send(new BackupsChanged());
        }
    }

    public void End(BackupOrder order, Refusal? refusal)
    {
        Failure = refusal is null ? null : new BackupFailure(order, refusal, time.GetUtcNow());
        Running = null;
        changed.Send(new BackupsChanged());
    }
}

/// <param name="At">UTC.</param>
internal sealed record BackupFailure(BackupOrder Order, Refusal Refusal, DateTimeOffset At);
