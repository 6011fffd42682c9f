using System.Text.Json;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Finds leads, deals and contacts of the portal (bitrix24.md section 4). Nothing there is unique: the lowest number counts.</summary>
internal sealed class FindItem(Courier courier)
{
    public const string Originator = "AUDITDASHBOARD";

    private static readonly string[] Wanted =
        ["id", "stageId", "stageSemanticId", "opportunity", "currencyId", "assignedById", "sourceId", "updatedTime", "contactId", "leadId", "originId"];

    public static JsonArray Select => [.. Wanted.Select(name => (JsonNode)name)];

    public Task<(BitrixAnswer Answer, IReadOnlyList<JsonElement> Found)> ByOriginAsync(Delivery delivery, int entityTypeId, string originId, CancellationToken cancel) =>
        ListAsync(delivery, entityTypeId, new JsonObject { ["=originatorId"] = Originator, ["=originId"] = originId }, cancel);

    /// <summary>The deals a lead became.</summary>
    public Task<(BitrixAnswer Answer, IReadOnlyList<JsonElement> Found)> DealsOfAsync(Delivery delivery, long leadId, CancellationToken cancel) =>
        ListAsync(delivery, 2, new JsonObject { ["=leadId"] = leadId }, cancel);

    public Task<(BitrixAnswer Answer, IReadOnlyList<JsonElement> Found)> ByIdsAsync(Delivery delivery, int entityTypeId, IEnumerable<long> ids, CancellationToken cancel) =>
        ListAsync(delivery, entityTypeId, new JsonObject { ["@id"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) }, cancel);

    /// <summary>Leads and contacts with this phone; empty without one.</summary>
    public async Task<(BitrixAnswer? Answer, IReadOnlyList<long> Leads, IReadOnlyList<long> Contacts)> ByPhoneAsync(Delivery delivery, string? phone, CancellationToken cancel)
    {
        if (phone is null)
        {
            return (null, [], []);
        }

        var values = phone.StartsWith("+7", StringComparison.Ordinal) ? new JsonArray(phone, "8" + phone[2..]) : [phone];
        var answer = await courier.ReadAsync(delivery, "crm.duplicate.findbycomm", new JsonObject { ["type"] = "PHONE", ["values"] = values }, cancel);
        return (answer, Ids("LEAD"), Ids("CONTACT"));

        IReadOnlyList<long> Ids(string entity) => [.. answer.Result.Member(entity).Items().Select(id => id.Id()).Where(id => id > 0).Order()];
    }

    private async Task<(BitrixAnswer, IReadOnlyList<JsonElement>)> ListAsync(Delivery delivery, int entityTypeId, JsonObject filter, CancellationToken cancel)
    {
        var asked = new JsonObject
        {
            ["entityTypeId"] = entityTypeId, ["filter"] = filter, ["select"] = Select, ["order"] = new JsonObject { ["id"] = "ASC" }, ["start"] = -1,
        };
        var answer = await courier.ReadAsync(delivery, "crm.item.list", asked, cancel);
        return (answer, [.. answer.Result.Member("items").Items()]);
    }
}
