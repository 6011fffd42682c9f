using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.WhatsApp;

/// <summary>What became of a message of ours: each status of each message once, in whatever order they come.</summary>
internal static class WhatsAppStatus
{
    public static ChannelEvent Read(JsonElement value, JsonElement status, DateTimeOffset receivedAt)
    {
        var (id, word) = (ChannelParts.Id(status, "id"), ChannelText.Of(status, "status"));
        var key = id is null || word is null
            ? DedupeKey.Of(WhatsAppTranslator.Prefix, "status", "raw", status.GetRawText())
            : DedupeKey.Of(WhatsAppTranslator.Prefix, "status", id, word);
        var person = WhatsAppPerson.Reached(value, status);
        var plain = new ChannelEvent(key, "other", ChannelText.UnixSeconds(status, "timestamp", receivedAt), WhatsAppTranslator.Channel)
        {
            ClientId = person.Address, ClientPhone = person.Phone, Piece = ChannelParts.Raw(status),
        };
        var error = ChannelParts.List(status, "errors").FirstOrDefault();
        return ChannelReport.Delivery(plain, word, id, ChannelText.Number(error, "code"), WhatsAppNotice.Reason(error));
    }
}
