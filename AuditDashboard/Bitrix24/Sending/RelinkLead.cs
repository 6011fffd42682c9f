using AuditDashboard.Bitrix24.Client;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>
/// A lead that is gone was deleted or merged into another in the portal. The other is looked for by origin, then as an open lead of the same phone; a
/// deleted lead is never made again by itself.
/// </summary>
internal sealed class RelinkLead(FindItem find, ReadContents contents, TellLog tell, TimeProvider time)
{
    /// <summary>True where the lead lives on under another number.</summary>
    public async Task<bool> HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        var link = delivery.Link;
        var type = link.DealId is not null ? 2 : Math.Max(1, link.EntityTypeId);
        var (answer, found) = await find.ByOriginAsync(delivery, type, link.OriginId, cancel);
        if (answer.IsOk && found.Count == 0 && type == 1)
        {
            var phone = (await contents.LeadAsync(delivery, cancel)).ComparablePhone;
            var (_, leads, _) = await find.ByPhoneAsync(delivery, phone, cancel);
            if (leads.Count > 0)
            {
                (answer, found) = await find.ByIdsAsync(delivery, 1, leads.Take(20), cancel);
                found = [.. found.Where(item => item.Member("stageSemanticId").Text() is "P" or "")];
            }
        }

        if (!answer.IsOk)
        {
            return false;
        }

        if (found.Count > 0)
        {
            link.DealId = null;
            LinkFacts.Link(link, type, found, time.GetUtcNow());
            await tell.LinkedAsync(link, cancel);
            return true;
        }

        link.State = "gone";
        await tell.GoneAsync(link, cancel);
        return false;
    }
}
