using System.Text.Json;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.WhatsApp;

/// <summary>
/// The client of a message. Since April 2026 the number may be missing: then the business-scoped user id is the address, and there is no phone
/// (channels.md section 2.3, BSUID).
/// </summary>
internal sealed record WhatsAppPerson(string? Address, string? Phone, string? Name, string? UserId)
{
    public static WhatsAppPerson Sender(JsonElement value, JsonElement message) => Of(value, message, "from", "from_user_id");

    public static WhatsAppPerson Recipient(JsonElement value, JsonElement echo) => Of(value, echo, "to", "to_user_id");

    public static WhatsAppPerson Reached(JsonElement value, JsonElement status) => Of(value, status, "recipient_id", "recipient_user_id");

    /// <summary>Null where the number is no number.</summary>
    public static string? AddressOf(string? number, string? userId) =>
        ChannelParts.Phone(number) is { } phone ? "wa:" + phone[1..] : userId is not null ? "wa:" + userId : null;

    private static WhatsAppPerson Of(JsonElement value, JsonElement talk, string numberMember, string userMember)
    {
        var (number, userId) = (ChannelParts.Id(talk, numberMember), ChannelParts.Id(talk, userMember));
        var contact = ChannelParts.List(value, "contacts").FirstOrDefault(contact =>
            (number is not null && ChannelParts.Id(contact, "wa_id") == number) || (userId is not null && ChannelParts.Id(contact, "user_id") == userId));
        number ??= ChannelParts.Id(contact, "wa_id");
        userId ??= ChannelParts.Id(contact, "user_id");
        var profile = ChannelText.Part(contact, "profile");
        return new WhatsAppPerson(
            AddressOf(number, userId ?? number), ChannelParts.Phone(number), ChannelText.Of(profile, "name") ?? ChannelText.Of(profile, "username"), userId);
    }
}
