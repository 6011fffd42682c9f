using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Bitrix24;

/// <summary>
/// A portal's notice in our words: <c>crm.lead.updated</c> and the like, which no reader knows and everybody may pass over; <c>data.entity</c> and
/// <c>data.entityId</c> say what to ask the portal for. It names no client: it stands in no session.
/// </summary>
internal static class BitrixTranslator
{
    public static readonly string Channel = "bitrix24";

    private static readonly string[] Entities = ["lead", "deal", "contact", "company", "activity", "timelinecomment", "quote", "invoice"];
    private static readonly (string Ending, string Happened)[] Deeds = [("add", "added"), ("update", "updated"), ("delete", "deleted"), ("movetocategory", "moved")];

    /// <param name="notice">The form as JSON, every value a text.</param>
    public static ChannelEvent Translate(JsonElement notice, DateTimeOffset receivedAt)
    {
        var (name, id, sent) = (ChannelText.Word(notice, "event"), ChannelText.Word(notice, "data[FIELDS][ID]"), ChannelText.Word(notice, "ts"));
        var (type, entity) = TypeOf(name?.ToLowerInvariant());
        return new ChannelEvent(
            DedupeKey.Of("b24", name ?? DedupeKey.Digest(notice.GetRawText()), id, sent), type, ChannelText.UnixSeconds(notice, "ts", receivedAt), Channel)
        {
            Actor = "system",
            Data = ChannelEvent.Named(
                ("kind", type == "other" ? ForeignText.Cut(name ?? "unknown", 64) : null), ("event", name is null ? null : ForeignText.Cut(name, 128)), ("entity", entity),
                ("entityId", id is null ? null : ForeignText.Cut(id, 64)), ("memberId", ChannelText.Word(notice, "auth[member_id]")),
                ("domain", ChannelText.Word(notice, "auth[domain]"))),
        };
    }

    private static (string Type, string? Entity) TypeOf(string? name)
    {
        if (name is null || !name.StartsWith("oncrm", StringComparison.Ordinal))
        {
            return ("other", null);
        }

        foreach (var (ending, happened) in Deeds)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal) && Array.Find(Entities, known => name == $"oncrm{known}{ending}") is { } entity)
            {
                return ($"crm.{entity}.{happened}", entity);
            }
        }

        return ("other", null);
    }
}
