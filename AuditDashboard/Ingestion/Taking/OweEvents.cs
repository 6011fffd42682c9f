namespace AuditDashboard.Ingestion.Taking;

/// <summary>The way into the log, with a memory for what could not be stored at once and will not be sent again.</summary>
internal sealed partial class OweEvents(TakeEvents take, TimeProvider time, ILogger<OweEvents> logger) : BackgroundService, IIngest
{
    private const int MostBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Queue<Debt> _debts = new();
    private readonly SemaphoreSlim _owing = new(0, 1);
    private long _bytes;

    public ValueTask<IngestReceipt> TakeAsync(Sender sender, IReadOnlyList<OfferedEvent> offered, CancellationToken cancel) => take.TakeAsync(sender, offered, cancel);

    public async ValueTask<bool> TakeOrOweAsync(Sender sender, IReadOnlyList<OfferedEvent> offered)
    {
        if (offered.Count == 0)
        {
            return true;
        }

        // Copied at once: the caller's buffers are gone when its patience ends before the log answers.
        // On a thread of its own: a disk that stands still blocks the one that writes.
        var debt = Debt.Of(sender, offered);
        var storing = Task.Run(() => TakeOrKeepAsync(debt));
        try
        {
            return await storing.WaitAsync(Patience, time);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public override void Dispose()
    {
        _owing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await _owing.WaitAsync(stoppingToken);
                while (!await PayAsync())
                {
                    await Task.Delay(Pause, time, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            await PayAsync();
        }
    }

    /// <summary>True when nothing is owed any more.</summary>
    private async Task<bool> PayAsync()
    {
        while (Peek() is { } debt)
        {
            if (!await TryAsync(debt))
            {
                return false;
            }

            lock (_debts)
            {
                _debts.Dequeue();
                _bytes -= debt.Bytes;
            }
        }

        return true;
    }

    private Debt? Peek()
    {
        lock (_debts)
        {
            return _debts.TryPeek(out var debt) ? debt : null;
        }
    }

    private async Task<bool> TakeOrKeepAsync(Debt debt)
    {
        if (await TryAsync(debt))
        {
            return true;
        }

        lock (_debts)
        {
            if (_bytes + debt.Bytes > MostBytes)
            {
                LogLost(debt.Events.Length, debt.Sender.Endpoint ?? debt.Sender.KeyId);
                return false;
            }

            _debts.Enqueue(debt);
            _bytes += debt.Bytes;
            if (_owing.CurrentCount == 0)
            {
                _owing.Release();
            }
        }

        LogOwed(debt.Events.Length, debt.Sender.Endpoint ?? debt.Sender.KeyId);
        return false;
    }

    private async Task<bool> TryAsync(Debt debt)
    {
        try
        {
            return (await take.TakeAsync(debt.Sender, debt.Events, CancellationToken.None)).Refusal is null;
        }
        catch (Exception problem)
        {
            LogFault(problem);
            return false;
        }
    }

    private sealed record Debt(Sender Sender, OfferedEvent[] Events, long Bytes)
    {
        public static Debt Of(Sender sender, IReadOnlyList<OfferedEvent> offered)
        {
            // Events of one body share its bytes; their copies do too.
            var copies = new Dictionary<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>();
            OfferedEvent[] events =
            [
                .. offered.Select(one => one with { Json = Copy(one.Json, copies), Raw = Copy(one.Raw, copies), Original = Copy(one.Original, copies) }),
            ];
            return new Debt(sender, events, copies.Values.Sum(copy => (long)copy.Length));
        }

        private static ReadOnlyMemory<byte> Copy(ReadOnlyMemory<byte> bytes, Dictionary<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> copies) =>
            copies.TryGetValue(bytes, out var copy) ? copy : copies[bytes] = bytes.ToArray();
    }

    [LoggerMessage(EventId = 2120, Level = LogLevel.Warning, Message = "{Count} events of {Caller} could not be stored at once and wait in memory")]
    private partial void LogOwed(int count, string? caller);

    [LoggerMessage(EventId = 2121, Level = LogLevel.Error, Message = "{Count} events of {Caller} are lost: the log cannot be written and too many wait already")]
    private partial void LogLost(int count, string? caller);

    [LoggerMessage(EventId = 2122, Level = LogLevel.Error, Message = "Events could not be offered to the log")]
    private partial void LogFault(Exception problem);
}
