using System.Text.Json;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Reads the lead as it is before it is changed, and follows it where it went.</summary>
internal sealed class TouchItem(Courier courier, FollowLead follow)
{
    /// <returns>What ends the delivery, or null and the item.</returns>
    public async Task<(Delivered? Failed, JsonElement Item)> HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        var (failed, item) = await GetAsync(delivery, cancel);
        if (failed is not null || delivery.Link is not { EntityTypeId: 1, DealId: null, StageId: LinkFacts.Converted })
        {
            return (failed, item);
        }

        await follow.HandleAsync(delivery, cancel);
        return delivery.Link.DealId is null ? (null, item) : await GetAsync(delivery, cancel);
    }

    private async Task<(Delivered?, JsonElement)> GetAsync(Delivery delivery, CancellationToken cancel)
    {
        var (type, id) = delivery.Target;
        var answer = await courier.ReadAsync(delivery, "crm.item.get", new JsonObject { ["entityTypeId"] = type, ["id"] = id }, cancel);
        if (!answer.IsOk)
        {
            return (answer.Kind == AnswerKind.NotFound ? Delivered.Gone : Delivered.ReadFailed(answer), default);
        }

        var item = answer.Result.Member("item");
        LinkFacts.Take(delivery.Link, item);
        return (null, item);
    }
}
