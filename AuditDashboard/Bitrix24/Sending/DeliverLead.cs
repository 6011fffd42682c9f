using System.Text.Json;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>
/// Puts a lead into the portal once (bitrix24.md section 4.2): known by its number, else found by origin, else an open lead of the same phone, else
/// added. In simple CRM a deal and a contact take its place.
/// </summary>
internal sealed class DeliverLead(Courier courier, FindItem find, FollowLead follow, AddDeal deals, ReadContents contents, TimeProvider time) : IDeliver
{
    public string Kind => Deliveries.Lead;

    public async Task<Delivered> HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        var lead = await contents.LeadAsync(delivery, cancel);
        if (delivery.Link.PortalId is { } known)
        {
            return await EnrichAsync(delivery, lead, known, cancel);
        }

        foreach (var type in delivery.Portal.Wants(2) ? new[] { 1, 2 } : [1])
        {
            var (answer, found) = await find.ByOriginAsync(delivery, type, delivery.Link.OriginId, cancel);
            if (!answer.IsOk)
            {
                return Delivered.ReadFailed(answer);
            }

            if (found.Count > 0)
            {
                return await LinkAsync(delivery, type, found, cancel);
            }
        }

        return delivery.IsUnknown && !delivery.IsSurelyAbsent ? Delivered.NotThereYet : await AttachOrAddAsync(delivery, lead, cancel);
    }

    private async Task<Delivered> AttachOrAddAsync(Delivery delivery, LeadContents lead, CancellationToken cancel)
    {
        var settings = delivery.Portal.Settings;
        var (answer, leads, contacts) = await find.ByPhoneAsync(delivery, settings.Duplicates == "off" ? null : lead.ComparablePhone, cancel);
        if (answer is { IsOk: false, Kind: not (AnswerKind.Refused or AnswerKind.Feature) })
        {
            return Delivered.ReadFailed(answer);
        }

        if (settings.Duplicates == "attach" && leads.Count > 0)
        {
            var (listed, found) = await find.ByIdsAsync(delivery, 1, leads.Take(20), cancel);
            var open = found.Where(item => item.Member("stageSemanticId").Text() is "P" or "").ToList();
            if (!listed.IsOk || open.Count > 0)
            {
                return listed.IsOk ? await LinkAsync(delivery, 1, [open[0]], cancel) : Delivered.ReadFailed(listed);
            }
        }

        var contact = contacts.Count > 0 ? contacts[0] : (long?)null;
        return delivery.Portal.Wants(2) ? await deals.HandleAsync(delivery, lead, contact, cancel) : await AddAsync(delivery, lead, contact, cancel);
    }

    private async Task<Delivered> AddAsync(Delivery delivery, LeadContents lead, long? contact, CancellationToken cancel)
    {
        var fields = LeadFields.Of(lead, delivery.Link.Bot, delivery.Link.OriginId, delivery.Portal.Settings, delivery.Portal.Facts);
        if (contact is { } id)
        {
            fields["contactId"] = id;
        }

        Merge(fields, delivery.Row.Added);
        var answer = await courier.WriteAsync(delivery, "crm.item.add", new JsonObject { ["entityTypeId"] = 1, ["fields"] = fields, ["useOriginalUfNames"] = "Y" }, cancel);
        return !answer.IsOk ? new Delivered(DeliveryEnd.WriteFailed, answer)
            : answer.Result.Member("item").Member("id").Id() == 0 ? new Delivered(DeliveryEnd.WriteFailed, answer with { Kind = AnswerKind.Ambiguous, Code = "odd" })
            : await LinkAsync(delivery, 1, [answer.Result.Member("item")], cancel);
    }

    /// <summary>The portal's number came with the event: the lead is there, and learns of the dialog.</summary>
    private async Task<Delivered> EnrichAsync(Delivery delivery, LeadContents lead, long known, CancellationToken cancel)
    {
        var fields = LeadFields.FactsOf(lead, delivery.Portal.Settings, delivery.Portal.Facts);
        fields["originatorId"] = FindItem.Originator;
        fields["originId"] = delivery.Link.OriginId;
        var asked = new JsonObject { ["entityTypeId"] = 1, ["id"] = known, ["fields"] = fields, ["useOriginalUfNames"] = "Y" };
        var answer = await courier.WriteAsync(delivery, "crm.item.update", asked, cancel);
        return answer.Kind == AnswerKind.NotFound ? Delivered.Gone
            : answer.IsOk ? await LinkAsync(delivery, 1, [answer.Result.Member("item")], cancel)
            : new Delivered(DeliveryEnd.WriteFailed, answer);
    }

    private async Task<Delivered> LinkAsync(Delivery delivery, int type, IReadOnlyList<JsonElement> found, CancellationToken cancel)
    {
        LinkFacts.Link(delivery.Link, type, found, time.GetUtcNow());
        if (type == 1)
        {
            // A conversion may lag; where it cannot be followed now, the next touch of the lead does.
            await follow.HandleAsync(delivery, cancel);
        }

        return Delivered.Done(delivery.Link.PortalId);
    }

    internal static void Merge(JsonObject fields, string? added)
    {
        foreach (var (name, value) in added is null ? [] : JsonNode.Parse(added)!.AsObject())
        {
            fields[name] = value?.DeepClone();
        }
    }
}
