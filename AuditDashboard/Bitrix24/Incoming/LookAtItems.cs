using System.Text.Json;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Sending;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Incoming;

/// <summary>Asks for leads or deals of ours, fifty at a time: what came back is taken over, what did not is gone from the portal.</summary>
internal sealed class LookAtItems(PortalCalls calls, CallLimits limits, ApplyItem apply, IDbContextFactory<AuditDbContext> databases)
{
    public const int Page = 50;

    /// <summary>Links of these items, those without one left out.</summary>
    public async Task<IReadOnlyList<LinkRow>> LinksAsync(int entityTypeId, IReadOnlyCollection<long> ids, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<LinkRow>().AsNoTracking().Where(row => row.State == "linked" && (entityTypeId == 1
            ? row.EntityTypeId == 1 && ids.Contains(row.PortalId!.Value)
            : ids.Contains(row.DealId!.Value) || (row.EntityTypeId == 2 && ids.Contains(row.PortalId!.Value)))).ToListAsync(cancel);
    }

    /// <summary>False where the portal could not be asked: look again later.</summary>
    public async Task<bool> HandleAsync(int entityTypeId, IReadOnlyList<LinkRow> links, CancellationToken cancel)
    {
        foreach (var page in links.Chunk(Page))
        {
            if (!limits.MayStart(1, out _))
            {
                return false;
            }

            var asked = new JsonObject
            {
                ["entityTypeId"] = entityTypeId, ["filter"] = new JsonObject { ["@id"] = new JsonArray([.. page.Select(link => (JsonNode)IdOf(link, entityTypeId)).Distinct()]) },
                ["select"] = FindItem.Select, ["order"] = new JsonObject { ["id"] = "ASC" }, ["start"] = -1,
            };
            var answer = await calls.CallAsync("crm.item.list", asked, cancel, "look");
            if (!answer.IsOk)
            {
                return false;
            }

            var items = answer.Result.Member("items").Items().GroupBy(item => item.Member("id").Id()).ToDictionary(group => group.Key, group => group.First());
            foreach (var link in page)
            {
                await (items.TryGetValue(IdOf(link, entityTypeId), out var item) ? TakeAsync(link, entityTypeId, item, cancel) : apply.GoneAsync(link, cancel));
            }
        }

        return true;
    }

    private async Task TakeAsync(LinkRow link, int entityTypeId, JsonElement item, CancellationToken cancel)
    {
        await apply.HandleAsync(link, entityTypeId, item, cancel);
        if (entityTypeId != 1 || link.DealId is not null || link.StageId != LinkFacts.Converted)
        {
            return;
        }

        var answer = await calls.CallAsync("crm.item.list", DealsOf(link), cancel, "look");
        if (answer.Result.Member("items").Items().FirstOrDefault() is { ValueKind: JsonValueKind.Object } deal)
        {
            link.DealId = deal.Member("id").Id();
            link.StageId = null;
            await apply.HandleAsync(link, 2, deal, cancel);
        }
    }

    private static JsonObject DealsOf(LinkRow link) => new()
    {
        ["entityTypeId"] = 2, ["filter"] = new JsonObject { ["=leadId"] = link.PortalId }, ["select"] = FindItem.Select, ["order"] = new JsonObject { ["id"] = "ASC" }, ["start"] = -1,
    };

    private static long IdOf(LinkRow link, int entityTypeId) => entityTypeId == 2 ? link.DealId ?? link.PortalId!.Value : link.PortalId!.Value;
}
