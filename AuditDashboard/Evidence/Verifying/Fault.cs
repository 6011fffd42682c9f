using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence.Verifying;

/// <summary>One thing that is wrong, and where.</summary>
/// <param name="Index">Of the leaf, from 0; of the first one where a range is meant.</param>
/// <param name="Count">Leaves of the range.</param>
internal sealed record Fault(FaultKind Kind, long Index, long? Seq = null, SessionId? SessionId = null, long Count = 1)
{
    /// <summary>A range is only worth telling where nothing finer was found in it.</summary>
    public bool IsCoarse => Kind is FaultKind.Subtree or FaultKind.Root;

    /// <summary>It may only follow from another: whoever named the leaf may be what was damaged.</summary>
    public bool IsDoubtful => Kind is FaultKind.Gone;

    public bool Covers(Fault finer) => finer.Index >= Index && finer.Index < Index + Count;
}
