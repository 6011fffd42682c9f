using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Verifying;
using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence.Signing;

/// <summary>
/// Signs the tree as it is, if it is what was signed before and what came since. On any mismatch it refuses, raises the alarm and goes on
/// refusing: a signature under a changed log would be worth less than none.
/// </summary>
internal sealed partial class SignCheckpoint(
    CheckpointShelf shelf, Origins origins, RecomputeTree tree, LogAlarm alarm, TimeProvider time, ILogger<SignCheckpoint> logger) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The newest checkpoint, which covers every event acknowledged before the call. Refusal: <c>log-broken</c>.</summary>
    /// <param name="whole">Recomputes from the first leaf on, not only what came since the last one.</param>
    public async Task<Outcome<SignedNote>> HandleAsync(string kind, bool whole, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            return await SignAsync(kind, whole, cancel);
        }
        catch (InvalidDataException)
        {
            return Refuse(new Fault(FaultKind.Subtree, 0, Count: await shelf.SizeAsync(cancel)));
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Outcome<SignedNote>> SignAsync(string kind, bool whole, CancellationToken cancel)
    {
        var origin = await origins.CurrentAsync(cancel);
        var size = await shelf.SizeAsync(cancel);
        var newest = await shelf.NewestAsync(cancel);
        var before = Before(newest, shelf.Beside(origin));
        if (before.Max(tree => tree.Size) is var signed && signed > size)
        {
            return Refuse(new Fault(FaultKind.Truncated, size, Count: signed - size));
        }

        byte[] root = [];
        foreach (var (older, olderRoot) in before)
        {
            var roots = await tree.RunAsync(older, size, whole, cancel);
            if (roots.Fault is { } fault)
            {
                return Refuse(fault);
            }

            if (older > 0 && !roots.OlderRoot.AsSpan().SequenceEqual(olderRoot))
            {
                return Refuse(new Fault(FaultKind.Root, 0, Count: older));
            }

            root = roots.Root;
        }

        alarm.Sign(null);
        return newest is not null && newest.Origin == origin.N && newest.Size == size
            ? await AgainAsync(newest, kind, cancel)
            : await SignAsync(origin, size, root, kind, cancel);
    }

    /// <summary>What the tree must begin with: the newest checkpoint, and the one beside the database where that is another.</summary>
    private static List<(long Size, byte[] Root)> Before(LogCheckpointRow? newest, SignedNote? beside)
    {
        List<(long Size, byte[] Root)> before = [(newest?.Size ?? 0, newest?.Root ?? [])];
        if (beside is not null && (newest is null || !beside.Root.AsSpan().SequenceEqual(newest.Root)))
        {
            before.Add((beside.Size, beside.Root));
        }

        return before;
    }

    private async Task<Outcome<SignedNote>> AgainAsync(LogCheckpointRow newest, string kind, CancellationToken cancel)
    {
        if (CheckpointKind.Kept.Contains(kind) && newest.Kind != CheckpointKind.Daily)
        {
            await shelf.KeepAsync(newest, kind, cancel);
        }

        return SignedNote.Parse(newest.Note) ?? Refuse(new Fault(FaultKind.Signature, newest.Size));
    }

    private async Task<SignedNote> SignAsync(LogOriginRow origin, long size, byte[] root, string kind, CancellationToken cancel)
    {
        var note = SignedNote.Sign(origins.Key, origin.Name, size, root);
        var row = new LogCheckpointRow { Origin = origin.N, Size = size, Root = root, Note = note.Text, CreatedAt = time.GetUtcNow(), Kind = kind };
        await shelf.AddAsync(row, note, cancel);
        LogSigned(size, origin.Name, kind);
        return note;
    }

    private Outcome<SignedNote> Refuse(Fault fault)
    {
        alarm.Sign(fault);
        LogRefused(fault.Kind, fault.Index, fault.Count);
        return new Refusal("log-broken", fault.Index);
    }

    [LoggerMessage(EventId = 2401, Level = LogLevel.Information, Message = "Signed {Size} leaves as {Origin} ({Kind})")]
    private partial void LogSigned(long size, string origin, string kind);

    [LoggerMessage(EventId = 2402, Level = LogLevel.Critical, Message = "Nothing is signed: the log is not what it was ({Kind} from leaf {Index} on, {Count} leaves)")]
    private partial void LogRefused(FaultKind kind, long index, long count);
}
