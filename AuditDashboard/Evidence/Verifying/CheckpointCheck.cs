using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Signing;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>Are the checkpoints what they say, signed by the keys of their origins?</summary>
internal sealed class CheckpointCheck(CheckpointShelf shelf, Origins origins)
{
    /// <summary>Sizes and roots to hold the tree against, the smallest first; those that are not signed as they should be are faults.</summary>
    public async Task<IReadOnlyList<(long Size, byte[] Root)>> RunAsync(FaultList faults, CancellationToken cancel)
    {
        var byNumber = (await origins.AllAsync(cancel)).ToDictionary(origin => origin.N);
        List<(long Size, byte[] Root)> signed = [];
        foreach (var row in await shelf.AllAsync(cancel))
        {
            if (!byNumber.TryGetValue(row.Origin, out var origin) || !IsSigned(row, origin))
            {
                faults.Add(new Fault(FaultKind.Signature, row.Size));
            }

            signed.Add((row.Size, row.Root));
        }

        if (byNumber.Count > 0 && shelf.Beside(byNumber[byNumber.Keys.Max()]) is { } beside
            && !signed.Exists(tree => tree.Size == beside.Size && tree.Root.AsSpan().SequenceEqual(beside.Root)))
        {
            signed.Add((beside.Size, beside.Root));
        }

        return [.. signed.OrderBy(tree => tree.Size)];
    }

    private static bool IsSigned(LogCheckpointRow row, LogOriginRow origin) =>
        SignedNote.Parse(row.Note) is { } note && note.Origin == origin.Name && note.Size == row.Size && note.Root.AsSpan().SequenceEqual(row.Root)
        && note.IsSignedBy(origin.VerifierKey);
}
