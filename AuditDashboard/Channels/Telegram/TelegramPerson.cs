using System.Globalization;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Telegram;

/// <summary>Who and where in an update.</summary>
internal static class TelegramPerson
{
    /// <summary>Clients write in private chats; a group's id is negative.</summary>
    public static bool IsPrivate(JsonElement chat) => ChannelText.Of(chat, "type") is "private" or null && ChannelText.Number(chat, "id") is > 0;

    /// <summary>The client's address: <c>tg:</c> and the id of the user (or of the private chat, which is the same number).</summary>
    public static string? Address(JsonElement who) =>
        ChannelText.Number(who, "id") is { } id and > 0 ? "tg:" + id.ToString(CultureInfo.InvariantCulture) : null;

    public static string? Name(JsonElement who)
    {
        var name = $"{ChannelText.Of(who, "first_name")} {ChannelText.Of(who, "last_name")}".Trim();
        return name.Length == 0 ? null : name[..Math.Min(name.Length, 256)];
    }

    /// <summary>The channel's own id of a message: numbers of messages count per chat.</summary>
    public static string? MessageId(JsonElement chat, JsonElement message, string member = "message_id") =>
        (ChannelText.Number(chat, "id"), ChannelText.Number(message, member)) is ({ } chatId, { } messageId)
            ? string.Create(CultureInfo.InvariantCulture, $"tg:{chatId}/{messageId}")
            : null;
}
