using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Telegram;
using AuditDashboard.Events;

namespace AuditDashboard.Channels.BotApi;

/// <summary>
/// What a bot did through the Bot API, in our words. Pure. Groups and channels are not talk with a client: what goes there gives no event. Times are
/// Telegram's own where the answer has one, in whole seconds like those of incoming messages: a response time is the difference of two marks of one clock.
/// </summary>
internal static class BotApiTranslator
{
    private const int MostMessages = 100;

    public static IEnumerable<ChannelEvent> Translate(BotApiCall call)
    {
        var answer = ChannelText.Object(call.Answer) ?? default;
        var deed = BotApiDeeds.Of(call.Method);
        if (!ChannelParts.Flag(answer, "ok"))
        {
            return deed is BotApiDeed.Send or BotApiDeed.Copy ? Failure(call, answer) : [];
        }

        return deed switch
        {
            BotApiDeed.Send => Results(answer).Select(message => Sent(call, message)).OfType<ChannelEvent>(),
            BotApiDeed.Copy => Results(answer).Select((copy, i) => Copied(call, copy, i)).OfType<ChannelEvent>(),
            BotApiDeed.Edit => Results(answer).Select(message => Edited(call, message)).OfType<ChannelEvent>(),
            BotApiDeed.Delete => Deleted(call),
            _ => [],
        };
    }

    private static ChannelEvent? Sent(BotApiCall call, JsonElement message)
    {
        var chat = ChannelText.Part(message, "chat");
        if (!TelegramPerson.IsPrivate(chat) || ChannelText.Number(message, "message_id") is not { } number)
        {
            return null;
        }

        var plain = Of(call, $"tg-out-{ChannelText.Number(chat, "id")}-{number}", EventTypes.MessageSent) with
        {
            Time = ChannelText.UnixSeconds(message, "date", call.At), ClientId = TelegramPerson.Address(chat), ClientName = TelegramPerson.Name(chat),
            ExternalId = TelegramPerson.MessageId(chat, message), InReplyTo = TelegramPerson.MessageId(chat, ChannelText.Part(message, "reply_to_message")),
            Piece = ChannelParts.Raw(message),
        };
        var described = TelegramContent.Describe(plain, message) ?? plain with { Kind = "unsupported" };

        // Phones in the assistant's words are the salon's own.
        return described with { ClientPhone = null, Data = described.Data.Where(member => member.Key != "foundPhone").ToDictionary() };
    }

    private static ChannelEvent? Edited(BotApiCall call, JsonElement message) => Sent(call, message) is not { } sent ? null : sent with
    {
        // An assistant that writes while it thinks edits a message several times a second; the text tells those edits apart.
        Id = string.Create(
            CultureInfo.InvariantCulture,
            $"tg-edit-{sent.Id["tg-out-".Length..]}-{ChannelText.Number(message, "edit_date")}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sent.Text ?? sent.Media?.FileId ?? "")).AsSpan(0, 6))}"),
        Type = EventTypes.MessageEdited,
        Time = ChannelText.UnixSeconds(message, "edit_date", call.At),
    };

    /// <summary>Of a copy Telegram tells only the number: what was copied is known by whence it came.</summary>
    private static ChannelEvent? Copied(BotApiCall call, JsonElement copy, int position)
    {
        if (PrivateChat(call) is not { } chat || ChannelText.Number(copy, "message_id") is not { } number)
        {
            return null;
        }

        var origin = call.Fields.GetValueOrDefault("message_id") ?? Numbers(call, "message_ids").ElementAtOrDefault(position);
        var caption = call.Fields.GetValueOrDefault("caption");
        return Of(call, $"tg-out-{chat}-{number}", EventTypes.MessageSent) with
        {
            ClientId = $"tg:{chat}", ExternalId = $"tg:{chat}/{number}", Kind = caption is null ? "unsupported" : "text", Text = caption, Piece = ChannelParts.Raw(copy),
            Data = ChannelEvent.Named(("content", "copy"), ("copyOf", $"tg:{call.Fields.GetValueOrDefault("from_chat_id")}/{origin}")),
        };
    }

    private static IEnumerable<ChannelEvent> Deleted(BotApiCall call)
    {
        IEnumerable<string> numbers = call.Fields.TryGetValue("message_id", out var one) ? [one] : Numbers(call, "message_ids");
        return PrivateChat(call) is not { } chat ? [] : numbers.Where(number => long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)).Take(MostMessages)
            .Select(number => Of(call, $"tg-del-{chat}-{number}", EventTypes.MessageDeleted) with { ClientId = $"tg:{chat}", ExternalId = $"tg:{chat}/{number}" });
    }

    /// <summary>Each refused try is a fact of its own. «Not modified» and the like are no failures to deliver, so only sending counts.</summary>
    private static IEnumerable<ChannelEvent> Failure(BotApiCall call, JsonElement answer) => PrivateChat(call) is not { } chat ? [] :
    [
        Of(call, $"tg-fail-{Guid.CreateVersion7(call.At)}", EventTypes.DeliveryFailed) with
        {
            Actor = "system", ClientId = $"tg:{chat}", Text = call.Fields.GetValueOrDefault("text") ?? call.Fields.GetValueOrDefault("caption"),
            Data = ChannelEvent.Named(
                ("code", ChannelText.Number(answer, "error_code") ?? call.Status), ("reason", ChannelText.Of(answer, "description")), ("method", call.Method),
                ("retryAfterSeconds", ChannelText.Number(ChannelText.Part(answer, "parameters"), "retry_after"))),
        },
    ];

    private static ChannelEvent Of(BotApiCall call, string id, string type) => new(id, type, call.At, TelegramTranslator.Channel) { Actor = "ai" };

    private static IEnumerable<JsonElement> Results(JsonElement answer) =>
        ChannelText.Part(answer, "result") is { ValueKind: JsonValueKind.Object } one ? [one] : ChannelParts.List(answer, "result").Take(MostMessages);

    private static long? PrivateChat(BotApiCall call) =>
        long.TryParse(call.Fields.GetValueOrDefault("chat_id"), NumberStyles.None, CultureInfo.InvariantCulture, out var chat) && chat > 0 ? chat : null;

    private static IEnumerable<string> Numbers(BotApiCall call, string name)
    {
        var list = ChannelText.Object(Encoding.UTF8.GetBytes($"{{\"list\":{call.Fields.GetValueOrDefault(name, "[]")}}}")) ?? default;
        return ChannelParts.List(list, "list").Select(number => number.ToString());
    }
}
