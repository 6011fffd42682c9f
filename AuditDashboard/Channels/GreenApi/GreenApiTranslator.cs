using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.GreenApi;

/// <summary>One notice of GREEN-API in our words (channels.md section 6.1). Pure. Groups are not talk with a client: they give no event.</summary>
internal static class GreenApiTranslator
{
    /// <summary>Of the ids of this gateway's events.</summary>
    public static readonly string Prefix = "ga";

    // The account can send, or is about to; in any other state clients write into the void.
    private static readonly string[] GoodStates = ["authorized", "starting", "online"];

    /// <param name="type">The notice's <c>typeWebhook</c>.</param>
    public static IReadOnlyList<ChannelEvent> Translate(JsonElement root, string type, DateTimeOffset receivedAt)
    {
        var chat = GreenApiChat.Of(root, type is "incomingMessageReceived" or "incomingCall");
        if (chat.IsGroup)
        {
            return [];
        }

        var plain = Plain(root, type, chat, receivedAt);
        return
        [
            type switch
            {
                "incomingMessageReceived" when chat.Address is not null => GreenApiMessage.Received(plain, root, chat),
                "outgoingMessageReceived" when chat.Address is not null => GreenApiMessage.Sent(plain, root, chat) with { Actor = "human" },
                "outgoingAPIMessageReceived" when chat.Address is not null => GreenApiMessage.Sent(plain, root, chat) with { Actor = "ai" },
                "outgoingMessageStatus" => Status(plain, root, chat),
                "stateInstanceChanged" => State(plain, type, ChannelText.Of(root, "stateInstance")),
                "statusInstanceChanged" => State(plain, type, ChannelText.Of(root, "statusInstance")),
                "incomingCall" when chat.Address is not null => Call(plain, ChannelText.Of(root, "status")),
                "quotaExceeded" => ChannelReport.Alarm(plain, type).Add(("reason", ChannelText.Of(ChannelText.Part(root, "quotaData"), "description"))),
                _ => ChannelReport.Other(plain, type),
            },
        ];
    }

    private static ChannelEvent Plain(JsonElement root, string type, GreenApiChat chat, DateTimeOffset receivedAt)
    {
        var instance = ChannelParts.Id(ChannelText.Part(root, "instanceData"), "idInstance");
        var message = ChannelParts.Id(root, "idMessage");
        var status = ChannelText.Of(root, "status") ?? "";
        // A notice about no message has nothing that is its own but all it says.
        var key = message is null ? DedupeKey.Of(Prefix, instance, type, root.GetRawText()) : DedupeKey.Of(Prefix, instance, chat.Id, message, type, status);
        return new ChannelEvent(key, "other", ChannelText.UnixSeconds(root, "timestamp", receivedAt), chat.Channel)
        {
            ClientId = chat.Address, ClientPhone = chat.Phone, ExternalId = GreenApiMessage.IdIn(chat, message),
            Data = ChannelEvent.Named(("instance", instance)),
        };
    }

    /// <summary>
    /// The status names the message as the answer to sending did, without its chat; <c>inReplyTo</c> is the message's id in our log.
    /// </summary>
    private static ChannelEvent Status(ChannelEvent plain, JsonElement root, GreenApiChat chat)
    {
        var (status, message) = (ChannelText.Of(root, "status"), ChannelParts.Id(root, "idMessage"));
        var hasFailed = status is "failed" or "noAccount" or "notInGroup";
        return ChannelReport.Delivery(plain, hasFailed ? "failed" : status, message, hasFailed ? status : null, ChannelText.Of(root, "description")) with
        {
            InReplyTo = GreenApiMessage.IdIn(chat, message),
        };
    }

    private static ChannelEvent State(ChannelEvent plain, string type, string? state) =>
        (state is null || GoodStates.Contains(state) ? ChannelReport.Other(plain, type) : ChannelReport.Alarm(plain, state)).Add(("state", state));

    private static ChannelEvent Call(ChannelEvent plain, string? status)
    {
        var type = status switch
        {
            "offer" => EventTypes.CallStarted,
            "pickUp" => EventTypes.CallAnswered,
            "hangUp" or "declined" => EventTypes.CallEnded,
            "missed" => EventTypes.CallMissed,
            _ => null,
        };
        return type is null ? ChannelReport.Other(plain, "incomingCall") : (plain with { Type = type, Actor = "client" }).Add(("result", status));
    }
}
