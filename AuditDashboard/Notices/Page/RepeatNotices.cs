using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Notices.Outbox;

namespace AuditDashboard.Notices.Page;

/// <summary>What an owner may do about an endpoint's notices; the next sweep sends. Refusal of all: <c>forbidden</c>.</summary>
internal sealed class RepeatNotices(NoticeShelf shelf, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    /// <summary>Everything the bot did not take is sent again, and a bot that was left alone is told again.</summary>
    public async Task<Refusal?> HandleAsync(string endpointId, CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner)
        {
            return new Refusal("forbidden");
        }

        await journal.WriteAsync("notice.repeated", endpointId, null, cancel);
        await shelf.ReviveAsync(endpointId, time.GetUtcNow(), cancel);
        return null;
    }

    /// <summary>The same, and a <c>ping</c> that says nothing else.</summary>
    public async Task<Refusal?> PingAsync(string endpointId, CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner)
        {
            return new Refusal("forbidden");
        }

        var now = time.GetUtcNow();
        await journal.WriteAsync("notice.pinged", endpointId, null, cancel);
        await shelf.ReviveAsync(endpointId, now, cancel);
        await shelf.AddAsync([NewNotice.Of(endpointId, $"ping:{Guid.CreateVersion7(now)}", NoticeKinds.Ping, new Dictionary<string, object?> { ["endpoint"] = endpointId }, now)], cancel);
        return null;
    }
}
