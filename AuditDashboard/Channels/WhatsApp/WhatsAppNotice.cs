using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Channels.Meta;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.WhatsApp;

/// <summary>What WhatsApp tells the salon about its own account: what may stop messages is an alarm, all else is kept.</summary>
internal static class WhatsAppNotice
{
    // These say that a template may be used (again); anything else about a template an owner must know.
    private static readonly string[] GoodForTemplates = ["APPROVED", "PENDING", "REINSTATED", "UNPAUSED", "UNARCHIVED"];

    private static readonly string[] BadForAccounts =
        ["ACCOUNT_VIOLATION", "ACCOUNT_RESTRICTION", "ACCOUNT_DELETED", "ACCOUNT_OFFBOARDED", "DISABLED_UPDATE", "PARTNER_REMOVED"];

    private static readonly string[] BadForNumbers = ["FLAGGED", "DOWNGRADE"];

    public static ChannelEvent Read(JsonElement entry, JsonElement change, string? field, DateTimeOffset receivedAt)
    {
        var value = ChannelText.Part(change, "value");
        var word = ChannelText.Of(value, "event");
        var plain = MetaBody.Notice(WhatsAppTranslator.Prefix, WhatsAppTranslator.Channel, entry, change, receivedAt).Add(("event", word));
        return field switch
        {
            "message_template_status_update" when word is not null && !GoodForTemplates.Contains(word) =>
                ChannelReport.Alarm(plain, ChannelText.Of(value, "message_template_name"))
                    .Add(("reason", ChannelText.Of(value, "reason")), ("language", ChannelText.Of(value, "message_template_language"))),
            "account_update" when BadForAccounts.Contains(word) => ChannelReport.Alarm(plain, word),
            "phone_number_quality_update" when BadForNumbers.Contains(word) =>
                ChannelReport.Alarm(plain, word).Add(("limit", ChannelText.Of(value, "current_limit"))),
            _ => plain,
        };
    }

    /// <summary>An error of the account as a whole, told in place of messages.</summary>
    public static ChannelEvent Error(JsonElement entry, JsonElement error, DateTimeOffset receivedAt)
    {
        var key = DedupeKey.Of(WhatsAppTranslator.Prefix, "error", ChannelParts.Id(entry, "id"), ChannelParts.Id(entry, "time"), error.GetRawText());
        var plain = new ChannelEvent(key, "other", ChannelParts.Unix(entry, "time", receivedAt), WhatsAppTranslator.Channel) { Piece = ChannelParts.Raw(error) };
        return ChannelReport.Alarm(plain, ChannelText.Of(error, "title")).Add(("code", ChannelText.Number(error, "code")), ("reason", Reason(error)));
    }

    public static string? Reason(JsonElement error) =>
        ChannelText.Of(ChannelText.Part(error, "error_data"), "details") ?? ChannelText.Of(error, "message") ?? ChannelText.Of(error, "title");
}
