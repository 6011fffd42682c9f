using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Max;

/// <summary>
/// A MAX update in our words (channels.md section 4.3, http-api.md section 4). Pure. Groups are not talk with a client: their updates give no event. A
/// kind nobody knows yet is kept as <c>other</c>.
/// </summary>
internal static class MaxTranslator
{
    public static readonly string Channel = "max";

    /// <param name="receivedAt">The event's time where the update has none.</param>
    /// <param name="botToken">Vouches for shared contacts; without it no phone is believed.</param>
    public static IReadOnlyList<ChannelEvent> Translate(JsonElement update, DateTimeOffset receivedAt, string? botToken = null)
    {
        var kind = ChannelText.Of(update, "update_type")!;
        var plain = new ChannelEvent(OddId(kind, update), "other", ChannelText.UnixMilliseconds(update, "timestamp", receivedAt), Channel);
        return kind switch
        {
            "message_created" => Message(plain, ChannelText.Part(update, "message"), botToken),
            "message_edited" => Edit(plain, ChannelText.Part(update, "message")),
            "message_removed" => [Removed(plain, update)],
            "message_callback" => Press(plain, update),
            "bot_started" => [Turn(plain, update, kind, EventTypes.ChatStarted)],
            "bot_stopped" => [Turn(plain, update, kind, EventTypes.ChatBlocked)],
            "bot_added" or "bot_removed" or "user_added" or "user_removed" or "chat_title_changed" or "message_chat_created" => [],
            _ => [plain with { Data = ChannelEvent.Named(("kind", ForeignText.Cut(kind, 64))) }],
        };
    }

    private static ChannelEvent[] Message(ChannelEvent plain, JsonElement message, string? botToken)
    {
        if (MaxPerson.IsGroup(message))
        {
            return [];
        }

        var placed = Place(plain, message);
        if (placed.ClientId is null)
        {
            return [plain with { Data = ChannelEvent.Named(("kind", "notice")) }];
        }

        var mid = placed.ExternalId;
        var said = MaxContent.Describe(placed, message, botToken) with
        {
            Id = mid is null ? plain.Id : DedupeKey.Of("max", "message_created", mid), Time = ChannelText.UnixMilliseconds(message, "timestamp", plain.Time),
        };
        return [said with { Type = said.Actor == "client" ? EventTypes.MessageReceived : EventTypes.MessageSent }];
    }

    private static ChannelEvent[] Edit(ChannelEvent plain, JsonElement message)
    {
        if (MaxPerson.IsGroup(message))
        {
            return [];
        }

        var placed = MaxContent.Describe(Place(plain, message), message, null) with { Type = EventTypes.MessageEdited };
        return [placed with { Id = placed.ExternalId is { } mid ? DedupeKey.Of("max", "message_edited", mid, Moment(plain)) : plain.Id }];
    }

    private static ChannelEvent Removed(ChannelEvent plain, JsonElement update)
    {
        var message = ChannelText.Word(update, "message_id");
        return plain with
        {
            Id = message is null ? plain.Id : DedupeKey.Of("max", "message_removed", message), Type = EventTypes.MessageDeleted, Actor = "client",
            ClientId = MaxPerson.Address(ChannelText.Number(update, "user_id")), ExternalId = message,
        };
    }

    private static ChannelEvent[] Press(ChannelEvent plain, JsonElement update)
    {
        var (callback, message) = (ChannelText.Part(update, "callback"), ChannelText.Part(update, "message"));
        if (MaxPerson.IsGroup(message))
        {
            return [];
        }

        var (payload, id, user) = (ChannelText.Of(callback, "payload"), ChannelText.Word(callback, "callback_id"), ChannelText.Part(callback, "user"));
        return [plain with
        {
            Id = id is null ? plain.Id : DedupeKey.Of("max", "message_callback", id), Type = EventTypes.MessageReceived, Kind = "button", Actor = "client",
            Time = ChannelText.UnixMilliseconds(callback, "timestamp", plain.Time), Text = payload, Pressed = ReminderButton.Parse(payload),
            ClientId = MaxPerson.Address(ChannelText.Number(user, "user_id")), ClientName = MaxPerson.Name(user), ExternalId = id,
            InReplyTo = ChannelText.Word(ChannelText.Part(message, "body"), "mid"),
        }];
    }

    private static ChannelEvent Turn(ChannelEvent plain, JsonElement update, string kind, string type)
    {
        var user = ChannelText.Part(update, "user");
        return plain with
        {
            Id = DedupeKey.Of("max", kind, ChannelText.Word(update, "chat_id"), ChannelText.Word(user, "user_id"), Moment(plain)), Type = type, Actor = "client",
            ClientId = MaxPerson.Address(ChannelText.Number(user, "user_id")), ClientName = MaxPerson.Name(user),
            Data = ChannelEvent.Named(("payload", ChannelText.Of(update, "payload"))),
        };
    }

    /// <summary>Who speaks with whom. The bot's own messages belong to the client they went to.</summary>
    private static ChannelEvent Place(ChannelEvent plain, JsonElement message)
    {
        var sender = ChannelText.Part(message, "sender");
        var isOurs = MaxPerson.IsBot(sender);
        return plain with
        {
            Actor = isOurs ? "ai" : "client", ClientName = isOurs ? null : MaxPerson.Name(sender),
            ClientId = MaxPerson.Address(ChannelText.Number(isOurs ? ChannelText.Part(message, "recipient") : sender, "user_id")),
            ExternalId = ChannelText.Word(ChannelText.Part(message, "body"), "mid"), InReplyTo = MaxContent.RepliesTo(message),
        };
    }

    private static string Moment(ChannelEvent plain) => plain.Time.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>For updates without a number of their own: the same update is the same text.</summary>
    private static string OddId(string kind, JsonElement update) => DedupeKey.Of("max", kind, DedupeKey.Digest(update.GetRawText()));
}
