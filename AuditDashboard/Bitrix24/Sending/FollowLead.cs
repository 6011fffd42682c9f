using AuditDashboard.Bitrix24.Client;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>A lead that became a deal is followed there: in simple CRM at once, elsewhere when a person or a robot converts it (bitrix24.md section 3.4).</summary>
internal sealed class FollowLead(FindItem find)
{
    public async Task HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        var link = delivery.Link;
        if (link.EntityTypeId != 1 || link.DealId is not null || link.PortalId is not { } leadId || link.StageId != LinkFacts.Converted)
        {
            return;
        }

        var (answer, deals) = await find.DealsOfAsync(delivery, leadId, cancel);
        if (answer.IsOk && deals.Count > 0)
        {
            link.DealId = deals[0].Member("id").Id();
            LinkFacts.Take(link, deals[0]);
        }
    }
}
