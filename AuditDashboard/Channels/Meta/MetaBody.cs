using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Meta;

/// <summary>The envelope of both: <c>{"object","entry":[…]}</c>. One call may tell of several accounts, and of each several things.</summary>
internal static class MetaBody
{
    /// <summary>Null where there is no list of entries.</summary>
    public static IEnumerable<JsonElement>? Entries(ReadOnlyMemory<byte> text) =>
        ChannelText.Object(text) is { } root && root.TryGetProperty("entry", out var entries) && entries.ValueKind == JsonValueKind.Array ? entries.EnumerateArray() : null;

    /// <summary>A change that is no talk with a client: kept, its key made of all there is.</summary>
    /// <param name="prefix">Of the channel, for the id.</param>
    public static ChannelEvent Notice(string prefix, string channel, JsonElement entry, JsonElement change, DateTimeOffset receivedAt)
    {
        var key = DedupeKey.Of(prefix, "notice", ChannelParts.Id(entry, "id"), ChannelParts.Id(entry, "time"), change.GetRawText());
        return ChannelReport.Other(
            new ChannelEvent(key, "other", ChannelParts.Unix(entry, "time", receivedAt), channel) { Piece = ChannelParts.Raw(change) }, ChannelText.Of(change, "field"));
    }
}
