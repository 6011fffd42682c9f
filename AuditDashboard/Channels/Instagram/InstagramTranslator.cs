using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Meta;

namespace AuditDashboard.Channels.Instagram;

/// <summary>
/// A body of Instagram messaging in our words (channels.md section 3). Pure. An item comes in <c>messaging</c>, in <c>standby</c> where another
/// application owns the thread, or in <c>changes</c> (panel tests, Instagram Login); it means the same in all three.
/// </summary>
internal static class InstagramTranslator
{
    public static readonly string Channel = "instagram";

    /// <summary>Of addresses and of the ids of this channel's events.</summary>
    public static readonly string Prefix = "ig";

    /// <returns>Null where the body is none of Meta's.</returns>
    public static IReadOnlyList<ChannelEvent>? Translate(ReadOnlyMemory<byte> text, DateTimeOffset receivedAt)
    {
        if (MetaBody.Entries(text) is not { } entries)
        {
            return null;
        }

        List<ChannelEvent> events = [];
        foreach (var entry in entries)
        {
            var owner = ChannelParts.Id(entry, "id");
            events.AddRange(ChannelParts.List(entry, "messaging").Select(item => InstagramItem.Read(item, owner, receivedAt)));
            events.AddRange(ChannelParts.List(entry, "standby").Select(item => InstagramItem.Read(item, owner, receivedAt).Add(("standby", true))));
            events.AddRange(ChannelParts.List(entry, "changes").Select(change => Change(entry, change, owner, receivedAt)));
        }

        return events;
    }

    private static ChannelEvent Change(JsonElement entry, JsonElement change, string? owner, DateTimeOffset receivedAt)
    {
        var value = ChannelText.Part(change, "value");
        return ChannelParts.Has(value, "sender") && ChannelParts.Has(value, "recipient")
            ? InstagramItem.Read(value, owner, receivedAt)
            : MetaBody.Notice(Prefix, Channel, entry, change, receivedAt);
    }
}
