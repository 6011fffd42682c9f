using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>In simple CRM: the contact, found or made, and the deal (bitrix24.md section 3.4). Both carry our origin, so both can be read back.</summary>
internal sealed class AddDeal(Courier courier, FindItem find, TimeProvider time)
{
    public async Task<Delivered> HandleAsync(Delivery delivery, LeadContents lead, long? contact, CancellationToken cancel)
    {
        if ((contact ?? delivery.Link.ContactId) is not { } contactId)
        {
            var (made, failed) = await ContactAsync(delivery, lead, cancel);
            if (failed is not null)
            {
                return failed;
            }

            contactId = made;
        }

        delivery.Link.ContactId = contactId;
        var fields = LeadFields.Of(lead, delivery.Link.Bot, delivery.Link.OriginId, delivery.Portal.Settings, delivery.Portal.Facts);
        fields.Remove("name");
        fields.Remove("fm");
        fields["contactId"] = contactId;
        DeliverLead.Merge(fields, delivery.Row.Added);
        var answer = await courier.WriteAsync(delivery, "crm.item.add", new JsonObject { ["entityTypeId"] = 2, ["fields"] = fields, ["useOriginalUfNames"] = "Y" }, cancel);
        if (!answer.IsOk)
        {
            return new Delivered(DeliveryEnd.WriteFailed, answer);
        }

        LinkFacts.Link(delivery.Link, 2, [answer.Result.Member("item")], time.GetUtcNow());
        return Delivered.Done(delivery.Link.PortalId);
    }

    private async Task<(long Id, Delivered? Failed)> ContactAsync(Delivery delivery, LeadContents lead, CancellationToken cancel)
    {
        var origin = delivery.Link.OriginId + ":c";
        var (answer, found) = await find.ByOriginAsync(delivery, 3, origin, cancel);
        if (!answer.IsOk || found.Count > 0)
        {
            return answer.IsOk ? (found[0].Member("id").Id(), null) : (0, Delivered.ReadFailed(answer));
        }

        var fields = new JsonObject { ["name"] = lead.Name ?? CrmWords.Get("Nameless"), ["originatorId"] = FindItem.Originator, ["originId"] = origin };
        if (lead.Phone is { } phone)
        {
            fields["fm"] = new JsonArray(new JsonObject { ["typeId"] = "PHONE", ["valueType"] = "MOBILE", ["value"] = phone });
        }

        var added = await courier.WriteAsync(delivery, "crm.item.add", new JsonObject { ["entityTypeId"] = 3, ["fields"] = fields }, cancel);
        return added.IsOk ? (added.Result.Member("item").Member("id").Id(), null) : (0, new Delivered(DeliveryEnd.WriteFailed, added));
    }
}
