using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Vk;

/// <summary>
/// A call of VK's Callback API in our words (channels.md section 5, http-api.md section 4). Pure. Talks of many are not talk with a client: they give no
/// event. A type nobody knows yet is kept as <c>other</c>.
/// </summary>
internal static class VkTranslator
{
    public static readonly string Channel = "vk";

    /// <param name="receivedAt">The event's time where the call has none (presses, permissions).</param>
    public static IReadOnlyList<ChannelEvent> Translate(JsonElement body, DateTimeOffset receivedAt)
    {
        var (type, about) = (ChannelText.Of(body, "type")!, ChannelText.Part(body, "object"));
        var id = ChannelText.Word(body, "event_id") ?? DedupeKey.Digest(body.GetRawText());
        var plain = new ChannelEvent(DedupeKey.Of("vk", id), "other", receivedAt, Channel);
        return type switch
        {
            "message_new" => Message(plain, ChannelText.Part(about, "message") is { ValueKind: JsonValueKind.Object } message ? message : about),
            "message_reply" => Reply(plain, about),
            "message_edit" => Edit(plain, about),
            "message_event" => Press(plain, about),
            "message_allow" => [Permission(plain, about, EventTypes.ChatUnblocked)],
            "message_deny" => [Permission(plain, about, EventTypes.ChatBlocked)],
            "message_typing_state" or "message_read" => [],
            _ => [plain with { Data = ChannelEvent.Named(("kind", ForeignText.Cut(type, 64))) }],
        };
    }

    private static ChannelEvent[] Message(ChannelEvent plain, JsonElement message)
    {
        if (VkPerson.IsGroupTalk(message))
        {
            return [];
        }

        var placed = VkPerson.Place(plain, message);
        if (placed.ClientId is null)
        {
            return [plain with { Data = ChannelEvent.Named(("kind", "notice")) }];
        }

        if (VkPerson.IsFromGroup(message))
        {
            return Reply(plain, message);
        }

        placed = VkContent.Describe(placed with { Type = EventTypes.MessageReceived, Actor = "client", Time = Moment(message, "date", plain) }, message);
        return [ChannelText.Of(message, "payload") is { Length: > 0 } payload ? Button(placed, payload) : placed];
    }

    /// <summary>A key of the text keyboard: its payload is JSON inside a string.</summary>
    private static ChannelEvent Button(ChannelEvent placed, string payload)
    {
        var inner = ChannelText.Object(System.Text.Encoding.UTF8.GetBytes(payload));
        if (inner is { } form && ChannelText.Of(form, "command") == "start")
        {
            return placed with { Type = EventTypes.ChatStarted, Data = ChannelEvent.Named(("payload", payload), ("ref", placed.Data.GetValueOrDefault("ref"))) };
        }

        var pressed = inner is { } pressable ? ReminderButton.Parse(pressable) : ReminderButton.Parse(payload.Trim('"'));
        return placed with { Kind = "button", Pressed = pressed, Data = ChannelEvent.Named(("payload", payload)) };
    }

    private static ChannelEvent[] Reply(ChannelEvent plain, JsonElement message)
    {
        if (VkPerson.IsGroupTalk(message))
        {
            return [];
        }

        var byPerson = ChannelText.Number(message, "admin_author_id") is > 0;
        var placed = VkPerson.Place(plain, message) with
        {
            Type = EventTypes.MessageSent, Actor = byPerson ? "human" : "ai", Time = Moment(message, "date", plain),
        };
        return [VkContent.Describe(placed, message)];
    }

    private static ChannelEvent[] Edit(ChannelEvent plain, JsonElement message)
    {
        if (VkPerson.IsGroupTalk(message))
        {
            return [];
        }

        var placed = VkPerson.Place(plain, message) with
        {
            Type = EventTypes.MessageEdited, Actor = VkPerson.IsFromGroup(message) ? "human" : "client", Time = Moment(message, "update_time", plain),
        };
        return [VkContent.Describe(placed, message)];
    }

    private static ChannelEvent[] Press(ChannelEvent plain, JsonElement press)
    {
        if (VkPerson.IsGroupTalk(press))
        {
            return [];
        }

        var payload = press.ValueKind == JsonValueKind.Object && press.TryGetProperty("payload", out var found) ? found : default;
        return [plain with
        {
            Type = EventTypes.MessageReceived, Kind = "button", Actor = "client", Pressed = ReminderButton.Parse(payload),
            ClientId = VkPerson.Address(ChannelText.Number(press, "user_id")), ExternalId = ChannelText.Word(press, "event_id"), InReplyTo = VkPerson.MessageId(press),
            Data = ChannelEvent.Named(("payload", payload.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : ChannelText.Of(payload) ?? payload.GetRawText())),
        }];
    }

    private static ChannelEvent Permission(ChannelEvent plain, JsonElement about, string type) => plain with
    {
        Type = type, Actor = "client", ClientId = VkPerson.Address(ChannelText.Number(about, "user_id")),
        Data = ChannelEvent.Named(("payload", ChannelText.Of(about, "key"))),
    };

    private static DateTimeOffset Moment(JsonElement message, string name, ChannelEvent plain) => ChannelText.UnixSeconds(message, name, plain.Time);
}
