using System.Text.Json;
using System.Text.RegularExpressions;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Wazzup;

/// <summary>Which messenger a message came by, and from which client: <c>chatType</c> decides, never "wazzup".</summary>
/// <param name="Address">The client's; null where there is no id.</param>
/// <param name="Phone">E.164, only where the messenger itself knows its accounts by phone; a phone in a profile is anybody's word.</param>
internal sealed partial record WazzupChat(string Channel, string? Address, string? Phone, bool IsGroup)
{
    public static WazzupChat Of(JsonElement message)
    {
        var type = ChannelText.Of(message, "chatType") ?? "";
        var (channel, prefix) = type switch
        {
            "whatsapp" or "wapi" => ("whatsapp", "wa"),
            "telegram" or "tgapi" => ("telegram", "tg"),
            "instagram" => ("instagram", "ig"),
            "vk" or "max" or "viber" or "avito" => (type, type),
            _ => PlainName().IsMatch(type) ? (type, type) : ("wazzup", "wazzup"),
        };
        var id = ChannelParts.Id(message, "chatId");
        var phone = channel switch
        {
            "whatsapp" or "viber" => ChannelParts.Phone(id),
            "telegram" or "max" => ChannelParts.Phone(ChannelParts.Id(ChannelText.Part(message, "contact"), "phone")),
            _ => null,
        };
        return new WazzupChat(channel, id is null ? null : $"{prefix}:{(channel == "whatsapp" ? id.TrimStart('+') : id)}", phone, IsGroupName(type));
    }

    /// <summary>whatsgroup, telegroup and any other there may be.</summary>
    private static bool IsGroupName(string type) => type.EndsWith("group", StringComparison.Ordinal);

    [GeneratedRegex("^[a-z0-9_-]{1,32}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlainName();
}
