using System.Text.Json;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Sending;

namespace AuditDashboard.Bitrix24.Incoming;

/// <summary>Takes over what the portal says of a lead. What is known already, our own change among it, changes nothing and is told to nobody.</summary>
internal sealed class ApplyItem(OutboxQueue queue, TellLog tell)
{
    /// <returns>True when it was news.</returns>
    public async Task<bool> HandleAsync(LinkRow link, int entityTypeId, JsonElement item, CancellationToken cancel)
    {
        // Once a lead became a deal, the deal tells how it fares.
        if (entityTypeId == 1 && link.DealId is not null)
        {
            return false;
        }

        var isNews = LinkFacts.Take(link, item);
        if (isNews && !await tell.ChangedAsync(link, cancel))
        {
            // The log does not take it now: the old state stays, so that it is news again at the next look.
            return false;
        }

        if (isNews)
        {
            await queue.SaveAsync(link, cancel);
        }

        return isNews;
    }

    public async Task GoneAsync(LinkRow link, CancellationToken cancel)
    {
        if (link.State == "linked")
        {
            link.State = "gone";
            await tell.GoneAsync(link, cancel);
            await queue.SaveAsync(link, cancel);
        }
    }
}
