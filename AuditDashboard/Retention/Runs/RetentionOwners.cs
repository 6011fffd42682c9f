using AuditDashboard.Events;
using AuditDashboard.Storage;

namespace AuditDashboard.Retention.Runs;

/// <summary>Everybody whose tables keep content.</summary>
internal sealed class RetentionOwners(IEnumerable<IPurgeable> owners, IEventReader events)
{
    public IReadOnlyList<IPurgeable> InOrder { get; } = [.. owners.OrderBy(owner => owner.Order)];

    public Task<long> LastSeqAsync(CancellationToken cancel) => events.LastSeqAsync(cancel);
}
