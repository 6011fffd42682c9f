using System.Globalization;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;

namespace AuditDashboard.Channels.Telegram;

/// <summary>
/// A Telegram update in our words (http-api.md section 4). Pure. Groups are not talk with a client: their updates give no event. A kind nobody knows yet
/// is kept as <c>other</c>.
/// </summary>
internal static class TelegramTranslator
{
    public static readonly string Channel = "telegram";

    /// <param name="receivedAt">The event's time where the update has none.</param>
    public static IReadOnlyList<ChannelEvent> Translate(TelegramUpdate update, DateTimeOffset receivedAt)
    {
        var plain = new ChannelEvent(string.Create(CultureInfo.InvariantCulture, $"tg-{update.Id}"), "other", receivedAt, Channel);
        var content = update.Content;
        if (content.ValueKind != JsonValueKind.Object)
        {
            return [plain with { Data = ChannelEvent.Named(("kind", Known(update.Kind))) }];
        }

        var chat = ChannelText.Part(update.Kind == "callback_query" ? ChannelText.Part(content, "message") : content, "chat");
        if (chat.ValueKind == JsonValueKind.Object && !TelegramPerson.IsPrivate(chat))
        {
            return [];
        }

        return update.Kind switch
        {
            "message" or "business_message" => Message(plain, content, chat),
            "edited_message" or "edited_business_message" => Edit(plain, content, chat),
            "deleted_business_messages" => Deleted(plain, content, chat),
            "callback_query" => [Press(plain, content, chat)],
            "my_chat_member" => Member(plain, content),
            "message_reaction" => [Reaction(plain, content, chat)],
            _ => [plain with { Data = ChannelEvent.Named(("kind", Known(update.Kind))) }],
        };
    }

    private static ChannelEvent[] Message(ChannelEvent plain, JsonElement message, JsonElement chat)
    {
        plain = Address(plain, message, chat) with { Type = EventTypes.MessageReceived, Time = ChannelText.UnixSeconds(message, "date", plain.Time) };
        if (plain.ClientId is null || TelegramContent.Describe(plain, message) is not { } described)
        {
            return [plain with { Type = "other", Data = ChannelEvent.Named(("kind", "notice")) }];
        }

        // In a business chat the owner's own messages come too: whoever is not the chat writes for the salon.
        if (TelegramPerson.Address(ChannelText.Part(message, "from")) is { } author && author != plain.ClientId)
        {
            return [described with { Type = EventTypes.MessageSent, Actor = "human", ClientName = TelegramPerson.Name(chat), ClientPhone = null }];
        }

        var started = described.Kind == "text" && described.Text is { } text && (text == "/start" || text.StartsWith("/start ", StringComparison.Ordinal));
        return [started ? Start(described) : described];
    }

    private static ChannelEvent Start(ChannelEvent described) => described with
    {
        Type = EventTypes.ChatStarted,
        Data = ChannelEvent.Named(("payload", described.Text is { Length: > 7 } text ? text[7..].Trim() : null)),
    };

    private static ChannelEvent[] Edit(ChannelEvent plain, JsonElement message, JsonElement chat)
    {
        plain = Address(plain, message, chat) with { Type = EventTypes.MessageEdited, Time = ChannelText.UnixSeconds(message, "edit_date", plain.Time) };
        return [TelegramContent.Describe(plain, message) ?? plain];
    }

    private static ChannelEvent[] Deleted(ChannelEvent plain, JsonElement content, JsonElement chat)
    {
        var ids = content.TryGetProperty("message_ids", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Take(100).ToArray() : [];
        return [.. ids.Select((id, i) => plain with
        {
            Id = i == 0 ? plain.Id : $"{plain.Id}-{i + 1}", Type = EventTypes.MessageDeleted, Actor = "client", ClientId = TelegramPerson.Address(chat),
            ExternalId = id.ValueKind == JsonValueKind.Number ? $"tg:{ChannelText.Number(chat, "id")}/{id.GetRawText()}" : null,
        })];
    }

    private static ChannelEvent Press(ChannelEvent plain, JsonElement query, JsonElement chat)
    {
        var data = ChannelText.Of(query, "data");
        var from = ChannelText.Part(query, "from");
        return plain with
        {
            Type = EventTypes.MessageReceived, Kind = "button", Actor = "client", Text = data, Pressed = ReminderButton.Parse(data),
            ClientId = TelegramPerson.Address(from), ClientName = TelegramPerson.Name(from),
            ExternalId = ChannelText.Of(query, "id") is { } id ? $"cbq:{id}" : null,
            InReplyTo = TelegramPerson.MessageId(chat, ChannelText.Part(query, "message")),
        };
    }

    private static ChannelEvent[] Member(ChannelEvent plain, JsonElement content)
    {
        var from = ChannelText.Part(content, "from");
        var (before, after) = (Status(content, "old_chat_member"), Status(content, "new_chat_member"));
        var type = (before, after) switch
        {
            (_, "kicked" or "left") => EventTypes.ChatBlocked,
            ("kicked" or "left", _) => EventTypes.ChatUnblocked,
            _ => "other",
        };
        return [plain with
        {
            Type = type, Time = ChannelText.UnixSeconds(content, "date", plain.Time), Actor = "client",
            ClientId = TelegramPerson.Address(from), ClientName = TelegramPerson.Name(from),
        }];
    }

    private static ChannelEvent Reaction(ChannelEvent plain, JsonElement content, JsonElement chat)
    {
        var user = ChannelText.Part(content, "user");
        var given = content.TryGetProperty("new_reaction", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(reaction => ChannelText.Of(reaction, "emoji")).FirstOrDefault(emoji => emoji is not null)
            : null;
        return plain with
        {
            Type = EventTypes.ReactionReceived, Time = ChannelText.UnixSeconds(content, "date", plain.Time), Actor = "client",
            ClientId = TelegramPerson.Address(user), ClientName = TelegramPerson.Name(user), InReplyTo = TelegramPerson.MessageId(chat, content),
            Data = ChannelEvent.Named(("emoji", given)),
        };
    }

    private static ChannelEvent Address(ChannelEvent plain, JsonElement message, JsonElement chat)
    {
        var from = ChannelText.Part(message, "from");
        return plain with
        {
            Actor = "client", ClientId = TelegramPerson.Address(chat), ClientName = TelegramPerson.Name(from),
            ExternalId = TelegramPerson.MessageId(chat, message),
            InReplyTo = TelegramPerson.MessageId(chat, ChannelText.Part(message, "reply_to_message")),
        };
    }

    private static string? Status(JsonElement content, string member) => ChannelText.Of(ChannelText.Part(content, member), "status");

    private static string Known(string kind) => kind.Length is > 0 and <= 64 ? kind : "unknown";
}
