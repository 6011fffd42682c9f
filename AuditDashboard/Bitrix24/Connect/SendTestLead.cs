using System.Globalization;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Bitrix24.Sending;
using AuditDashboard.Foundation;

namespace AuditDashboard.Bitrix24.Connect;

/// <summary>Puts a lead that says it is a test into the portal, so that an owner sees with their own eyes that it arrives.</summary>
internal sealed class SendTestLead(PortalStore store, PortalCalls calls, NoteBitrixDeed note, TimeProvider time)
{
    /// <summary>The lead's address in the portal. Refusals: <c>forbidden</c>, <c>off</c>, <c>portal</c> with its words, <c>busy</c>, <c>storage</c>.</summary>
    public async Task<Outcome<string>> HandleAsync(CancellationToken cancel)
    {
        if (store.Current is not { } portal)
        {
            return new Refusal("off");
        }

        if (await note.HandleAsync("tested", cancel) is { } refusal)
        {
            return refusal;
        }

        var fields = new JsonObject
        {
            ["title"] = CrmWords.Get("TestTitle"), ["comments"] = CrmWords.Get("TestComment"), ["originatorId"] = FindItem.Originator,
            ["originId"] = $"test:{time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}",
        };
        if (LeadFields.Source(null, portal.Settings, portal.Facts) is { } source)
        {
            fields["sourceId"] = source;
        }

        var answer = await calls.CallAsync("crm.item.add", new JsonObject { ["entityTypeId"] = 1, ["fields"] = fields }, cancel, "test", anyway: true);
        return answer.IsOk && answer.Result.Member("item").Member("id").Id() is > 0 and var id
            ? PortalPages.Of(portal, 1, id)
            : new Refusal("portal", $"{answer.Code} {answer.Words}".Trim());
    }
}
