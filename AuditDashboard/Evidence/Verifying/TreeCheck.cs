using AuditDashboard.Evidence.Log;
using AuditDashboard.Evidence.Proving;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>Builds the tree from the stored leaves and compares: leaf with entry, full blocks with their stored hashes, roots with what was signed.</summary>
/// <param name="blocks">All stored hashes of full blocks, by level and number.</param>
/// <param name="signed">Sizes and roots, the smallest first.</param>
internal sealed class TreeCheck(Dictionary<(int Level, long N), byte[]> blocks, IReadOnlyList<(long Size, byte[] Root)> signed, FaultList faults)
{
    private readonly CompactRange _range = new();
    private long _expected;
    private long _sound;
    private int _next;
    private bool _torn;

    /// <summary>In the order of the leaves.</summary>
    public void Check(LogEntryRow entry)
    {
        if (entry.Idx != _expected)
        {
            faults.Add(new Fault(FaultKind.LeafMissing, _expected, Count: entry.Idx - _expected));
            _torn = true;
        }

        _expected = entry.Idx + 1;
        if (!EventCheck.IsWhole(entry))
        {
            faults.Add(new Fault(FaultKind.Leaf, entry.Idx));
        }

        // Behind a gap no leaf stands where it stood: nothing built on them could be right.
        if (!_torn)
        {
            CompareSigned();
            _range.Add(entry.LeafHash, CompareBlock);
        }
    }

    public void End()
    {
        if (!_torn)
        {
            CompareSigned();
            // Blocks of leaves that came meanwhile are nobody's fault.
            foreach (var (level, n) in blocks.Keys.Where(block => (block.N + 1) << block.Level <= _expected))
            {
                faults.Add(new Fault(FaultKind.Subtree, n << level, Count: 1L << level));
            }
        }

        if (signed.Count > 0 && signed[^1].Size > _expected)
        {
            faults.Add(new Fault(FaultKind.Truncated, _expected, Count: signed[^1].Size - _expected));
        }
    }

    private void CompareBlock(int level, long n, byte[] hash)
    {
        if (level is not (8 or 16 or 24))
        {
            return;
        }

        if (!blocks.Remove((level, n), out var stored) || !stored.AsSpan().SequenceEqual(hash))
        {
            faults.Add(new Fault(FaultKind.Subtree, n << level, Count: 1L << level));
        }
    }

    /// <summary>Only the first root that does not fit tells where; all later ones follow from it.</summary>
    private void CompareSigned()
    {
        for (; _next < signed.Count && signed[_next].Size == _range.Size; _next++)
        {
            if (signed[_next].Root.AsSpan().SequenceEqual(_range.Root()))
            {
                _sound = _range.Size;
            }
            else if (!faults.Has(FaultKind.Root))
            {
                faults.Add(new Fault(FaultKind.Root, _sound, Count: Math.Max(1, _range.Size - _sound)));
            }
        }
    }
}
