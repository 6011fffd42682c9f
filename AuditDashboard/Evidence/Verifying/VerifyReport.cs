namespace AuditDashboard.Evidence.Verifying;

/// <summary>What a check of the whole log found.</summary>
/// <param name="Leaves">All there are.</param>
/// <param name="Erased">Events whose content retention or erasure took; their leaves still count.</param>
/// <param name="Removed">Leaves whose events were taken out whole, and that was noted.</param>
/// <param name="Covered">Leaves under a checkpoint; only these cannot be cut off unnoticed.</param>
/// <param name="Faults">In the order of the leaves, at most <see cref="MostFaults"/>.</param>
internal sealed record VerifyReport(long Leaves, long Erased, long Removed, int Checkpoints, long Covered, IReadOnlyList<Fault> Faults)
{
    public const int MostFaults = 200;

    public bool IsSound => Faults.Count == 0;
}
