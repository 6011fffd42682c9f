using AuditDashboard.Evidence;
using AuditDashboard.Notices.Outbox;

namespace AuditDashboard.Notices.Planning;

/// <summary>
/// Plans that bots get the checkpoints that are kept for ever (standards.md section 5.3): a copy in other hands shows a log that was rewritten later. A
/// sweep over the newest ones: what it misses while nobody sweeps, a newer checkpoint covers.
/// </summary>
internal sealed class PlanCheckpoints(ILogAnchors anchors, NoticeShelf shelf, TimeProvider time)
{
    private const int Newest = 3;

    /// <summary>True when there was something new.</summary>
    public async Task<bool> HandleAsync(IReadOnlyCollection<string> endpoints, CancellationToken cancel)
    {
        if (endpoints.Count == 0)
        {
            return false;
        }

        var now = time.GetUtcNow();
        var kept = (await anchors.KeptAsync(Newest, cancel)).Reverse();
        return await shelf.AddAsync([.. kept.SelectMany(checkpoint => endpoints.Select(endpoint => Of(endpoint, checkpoint, now)))], cancel);
    }

    private static BotNoticeRow Of(string endpoint, ILogAnchors.Kept checkpoint, DateTimeOffset now) => NewNotice.Of(
        endpoint, $"checkpoint:{checkpoint.Origin}:{checkpoint.Size}", NoticeKinds.Checkpoint,
        new Dictionary<string, object?> { ["checkpoint"] = checkpoint.Note, ["size"] = checkpoint.Size, ["origin"] = checkpoint.Origin }, now);
}
