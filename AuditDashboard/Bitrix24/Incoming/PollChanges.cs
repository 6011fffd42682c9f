using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Bitrix24.Sending;

namespace AuditDashboard.Bitrix24.Incoming;

/// <summary>
/// Asks what changed since the last time, since notices are sent once and never again (bitrix24.md section 9). The place kept is a moment of the portal's
/// own clock; five minutes are read twice.
/// </summary>
internal sealed class PollChanges(PortalStore store, PortalTurn turn, PollReads reads, LookAtItems look, ApplyItem apply)
{
    private const int MostPages = 40;
    private static readonly TimeSpan ReadTwice = TimeSpan.FromMinutes(5);
    private static readonly int[] Types = [1, 2];

    /// <returns>Whether the portal was asked at all.</returns>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        using var mine = await turn.EnterAsync(cancel);
        if (store.Current is not { Blocked: null, PreparedAt: not null } portal)
        {
            return false;
        }

        var newest = portal.Cursor;
        var first = await reads.FirstAsync([.. Types.Select(type => Asked(type, portal.Cursor, 0))], cancel);
        foreach (var (type, answer) in Types.Zip(first))
        {
            var (isRead, last) = await ReadAsync(type, answer, portal.Cursor, cancel);
            if (!isRead)
            {
                return true;
            }

            newest = last > newest || newest is null ? last ?? newest : newest;
        }

        await store.ChangeAsync(row => row.Cursor = newest, cancel);
        return true;
    }

    private async Task<(bool IsRead, DateTimeOffset? Last)> ReadAsync(int type, BitrixAnswer answer, DateTimeOffset? cursor, CancellationToken cancel)
    {
        DateTimeOffset? last = null;
        for (var page = 0; answer.IsOk; page++)
        {
            List<JsonElement> items = [.. answer.Result.Member("items").Items()];
            await TakeAsync(type, items, cancel);
            last = items.Count > 0 ? items[^1].Member("updatedTime").Moment() ?? last : last ?? (cursor is null ? answer.PortalTime : null);
            if (answer.Next is not { } next || page >= MostPages)
            {
                return (true, last);
            }

            answer = await reads.NextAsync(Asked(type, cursor, next), cancel);
        }

        return (false, null);
    }

    private async Task TakeAsync(int type, List<JsonElement> items, CancellationToken cancel)
    {
        var byId = items.GroupBy(item => item.Member("id").Id()).ToDictionary(group => group.Key, group => group.Last());
        foreach (var link in byId.Count == 0 ? [] : await look.LinksAsync(type, byId.Keys, cancel))
        {
            var id = type == 2 ? link.DealId ?? link.PortalId!.Value : link.PortalId!.Value;
            if (link.StageId != LinkFacts.Converted && byId[id].Member("stageId").Text() == LinkFacts.Converted && type == 1)
            {
                await look.HandleAsync(1, [link], cancel);
            }
            else
            {
                await apply.HandleAsync(link, type, byId[id], cancel);
            }
        }
    }

    private static JsonObject Asked(int type, DateTimeOffset? cursor, long start) => new()
    {
        ["entityTypeId"] = type,
        ["filter"] = cursor is { } from
            ? new JsonObject { [">=updatedTime"] = (from - ReadTwice).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) }
            : new JsonObject { ["=originatorId"] = FindItem.Originator },
        ["select"] = FindItem.Select, ["order"] = new JsonObject { ["updatedTime"] = "ASC", ["id"] = "ASC" }, ["start"] = start,
    };
}
