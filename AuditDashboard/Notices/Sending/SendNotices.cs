using AuditDashboard.Channels;
using AuditDashboard.Notices.Outbox;
using AuditDashboard.Notices.Planning;

namespace AuditDashboard.Notices.Sending;

/// <summary>
/// The sweep: plans what is new and tells bots what is due, in the order it came up. A bot that fails is not asked again in the same sweep; one that wants
/// nothing more, or failed for five days, is left alone until a person repeats or tries.
/// </summary>
internal sealed class SendNotices(INoticedBots bots, PlanCheckpoints checkpoints, NoticeShelf shelf, SendNotice send, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private static readonly TimeSpan TrimEvery = TimeSpan.FromHours(6);

    private DateTimeOffset _trimmedAt = DateTimeOffset.MinValue;

    /// <summary>True when there was something to do.</summary>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        var endpoints = bots.Endpoints();
        if (endpoints.Count == 0)
        {
            return false;
        }

        await TrimAsync(cancel);
        var resting = (await shelf.StoppedAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var listening = endpoints.Where(endpoint => !resting.Contains(endpoint)).ToList();
        var worked = await checkpoints.HandleAsync(listening, cancel);
        foreach (var notice in await shelf.DueAsync(listening, time.GetUtcNow(), cancel))
        {
            if (resting.Contains(notice.EndpointId))
            {
                continue;
            }

            worked = true;
            if (!await send.HandleAsync(notice, cancel))
            {
                resting.Add(notice.EndpointId);
            }
        }

        return worked;
    }

    private async Task TrimAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (now - _trimmedAt >= TrimEvery)
        {
            await shelf.TrimAsync(now - Kept, cancel);
            _trimmedAt = now;
        }
    }
}
