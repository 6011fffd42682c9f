using System.Globalization;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Instagram;

/// <summary>One thing that happened between an account of the salon and a client.</summary>
internal static class InstagramItem
{
    private static readonly string[] Kinds =
        ["message", "message_edit", "postback", "reaction", "read", "referral", "optin", "account_linking", "pass_thread_control", "take_thread_control", "request_thread_control"];

    /// <param name="owner">The salon's own id: what it sends, reads or likes itself comes too.</param>
    public static ChannelEvent Read(JsonElement item, string? owner, DateTimeOffset receivedAt)
    {
        var kind = Array.Find(Kinds, name => ChannelText.Part(item, name).ValueKind == JsonValueKind.Object);
        var content = kind is null ? default : ChannelText.Part(item, kind);
        var (sender, recipient) = (ChannelParts.Id(ChannelText.Part(item, "sender"), "id"), ChannelParts.Id(ChannelText.Part(item, "recipient"), "id"));
        var isOurs = ChannelParts.Flag(content, "is_echo") || (sender is not null && sender == owner);
        var client = isOurs ? recipient : sender;
        var plain = new ChannelEvent(
            DedupeKey.Of(InstagramTranslator.Prefix, "raw", item.GetRawText()), "other", ChannelParts.Unix(item, "timestamp", receivedAt), InstagramTranslator.Channel)
        {
            Actor = isOurs ? "human" : "client", ClientId = client is null ? null : $"{InstagramTranslator.Prefix}:{client}", Piece = ChannelParts.Raw(item),
        };
        return (client is null ? null : kind) switch
        {
            "message" => InstagramMessage.Read(plain, content, isOurs),
            "message_edit" => Edit(plain, content),
            "postback" when !isOurs => Postback(plain, content),
            "reaction" when !isOurs => Reaction(plain, content, sender),
            "read" when !isOurs => ChannelReport.Delivery(Keyed(plain, content, "read", sender), "read", ChannelParts.Id(content, "mid")),
            "referral" when !isOurs => Referral(plain, content),
            _ => ChannelReport.Other(plain, kind),
        };
    }

    /// <summary>The event with its id made of the message's (mid) and what happened to it; without a mid the item itself stays the key.</summary>
    public static ChannelEvent Keyed(ChannelEvent plain, JsonElement content, params ReadOnlySpan<string?> more)
    {
        var mid = ChannelParts.Id(content, "mid");
        return mid is null ? plain : plain with { Id = DedupeKey.Of(InstagramTranslator.Prefix, [mid, .. more]), ExternalId = mid };
    }

    private static ChannelEvent Edit(ChannelEvent plain, JsonElement content) =>
        Keyed(plain, content, "edited", ChannelParts.Id(content, "num_edit")) with
        {
            Type = EventTypes.MessageEdited, Kind = "text", Text = ChannelText.Of(content, "text"),
        };

    private static ChannelEvent Postback(ChannelEvent plain, JsonElement content) => ChannelPress.Of(
        Keyed(plain, content) with { Type = EventTypes.MessageReceived }, ChannelText.Of(content, "payload"), ChannelText.Of(content, "title"));

    private static ChannelEvent Reaction(ChannelEvent plain, JsonElement content, string? sender)
    {
        var (action, emoji) = (ChannelText.Of(content, "action"), ChannelText.Of(content, "emoji"));
        // The same client may like, take it back and like again: the moment tells the three apart.
        var moment = plain.Time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return (Keyed(plain, content, "reaction", sender, action, moment) with
        {
            Type = EventTypes.ReactionReceived, Text = emoji, ExternalId = null, InReplyTo = ChannelParts.Id(content, "mid"),
        }).Add(("emoji", emoji), ("action", action), ("reaction", ChannelText.Of(content, "reaction")));
    }

    /// <summary>A link or an advertisement brought the client into the talk.</summary>
    private static ChannelEvent Referral(ChannelEvent plain, JsonElement content) => (plain with { Type = EventTypes.ChatStarted })
        .Add(("payload", ChannelText.Of(content, "ref")), ("source", ChannelText.Of(content, "source")), ("ad", ChannelParts.Id(content, "ad_id")));
}
