using System.Text.Json;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>What an item of the portal says about our lead.</summary>
internal static class LinkFacts
{
    public const string Converted = "CONVERTED";

    /// <summary>Takes the state over; true where anything differs from what was known.</summary>
    public static bool Take(LinkRow link, JsonElement item)
    {
        var before = Of(link);
        link.StageId = item.Member("stageId").Text() is { Length: > 0 } stage ? stage : link.StageId;
        link.Semantics = item.Member("stageSemanticId").Text() is { Length: > 0 } semantics ? semantics : link.Semantics;
        link.SourceId = item.Member("sourceId").Text() is { Length: > 0 } source ? source : link.SourceId;
        link.Sum = item.Member("opportunity").Number() is { } sum ? (long)Math.Round(sum * 100) : link.Sum;
        link.Currency = item.Member("currencyId").Text() is { Length: > 0 } currency ? currency : link.Currency;
        link.AssignedBy = item.Member("assignedById").Id() is > 0 and var person ? person : link.AssignedBy;
        link.ContactId = item.Member("contactId").Id() is > 0 and var contact ? contact : link.ContactId;
        link.PortalUpdatedAt = item.Member("updatedTime").Moment() ?? link.PortalUpdatedAt;
        return before != Of(link);
    }

    public static void Link(LinkRow link, int entityTypeId, IReadOnlyList<JsonElement> found, DateTimeOffset now)
    {
        (link.EntityTypeId, link.PortalId, link.State, link.LinkedAt) = (entityTypeId, found[0].Member("id").Id(), "linked", now);
        link.Doubles = found.Count > 1 ? string.Join(',', found.Skip(1).Take(20).Select(item => item.Member("id").Id())) : null;
        Take(link, found[0]);
    }

    private static (string?, string?, long?, long?) Of(LinkRow link) => (link.StageId, link.Semantics, link.Sum, link.AssignedBy);
}
