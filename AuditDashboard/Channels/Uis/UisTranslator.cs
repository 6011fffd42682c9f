using System.Globalization;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Uis;

/// <summary>A notification of UIS in our words. Pure. Numbers may come as texts, what is missing as empty ones; times are local.</summary>
internal static class UisTranslator
{
    public static readonly string Channel = "phone";

    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.fff"];

    /// <param name="zone">The salon's: the texts name none.</param>
    public static ChannelEvent Translate(JsonElement notice, DateTimeOffset receivedAt, TimeZoneInfo zone)
    {
        var (session, name) = (ChannelText.Word(notice, "call_session_id"), ChannelText.Word(notice, "notification_mnemonic") ?? ChannelText.Word(notice, "notification_name"));
        var type = session is null ? "other" : TypeOf(notice, name ?? "");
        var direction = ChannelText.Of(notice, "direction") == "out" ? "out" : "in";
        var phone = ChannelPhone.E164(ChannelText.Word(notice, "contact_phone_number") ?? ChannelText.Word(notice, direction == "in" ? "calling_phone_number" : "called_phone_number"));
        var talked = Seconds(notice, "talk_time_duration");
        var result = Result(type, direction, talked);
        return new ChannelEvent(
            session is null ? DedupeKey.Of("uis", DedupeKey.Digest(notice.GetRawText())) : DedupeKey.Of("uis", session, name), type,
            Moment(ChannelText.Of(notice, "notification_time"), zone) ?? receivedAt, Channel)
        {
            Session = session, Actor = "system", ExternalId = session,
            ClientId = ChannelPhone.Address(phone), ClientPhone = phone, ClientName = Filled(ChannelText.Of(notice, "contact_full_name")),
            Call = session is null ? null : new ChannelCall(
                direction, result, type == EventTypes.CallEnded ? talked ?? 0 : talked, Seconds(notice, "wait_time_duration"), Recording(notice)),
            Data = ChannelEvent.Named(
                ("kind", type == "other" ? ForeignText.Cut(name ?? "unknown", 64) : null), ("result", result), ("line", ChannelText.Word(notice, "virtual_phone_number")),
                ("employee", Filled(ChannelText.Of(notice, "employee_full_name"))), ("scenario", Filled(ChannelText.Of(notice, "scenario_name")))),
        };
    }

    /// <summary>Names of notifications differ from cabinet to cabinet: what they have in common tells.</summary>
    private static string TypeOf(JsonElement notice, string name)
    {
        return name switch
        {
            _ when IsTrue(notice, "is_lost") || Has(name, "lost", "missed") => EventTypes.CallMissed,
            _ when Has(name, "record") => "call.recorded",
            _ when Has(name, "ended", "finish", "complet") => EventTypes.CallEnded,
            _ when Has(name, "connected", "answer", "talk") => EventTypes.CallAnswered,
            _ when Has(name, "in_call", "out_call", "incoming", "outgoing", "start") => EventTypes.CallStarted,
            _ when Seconds(notice, "total_time_duration") is not null => EventTypes.CallEnded,
            _ => "other",
        };
    }

    private static bool Has(string name, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Result(string type, string direction, long? talked) =>
        type == EventTypes.CallMissed ? "missed"
        : type != EventTypes.CallEnded ? null
        : talked is > 0 || direction == "in" ? "answered" : "no_answer";

    private static string? Recording(JsonElement notice) =>
        (Filled(ChannelText.Of(notice, "file_link")) ?? Filled(ChannelText.Of(notice, "full_record_file_link"))) is { Length: <= 512 } link ? link : null;

    private static bool IsTrue(JsonElement notice, string name) =>
        notice.TryGetProperty(name, out var flag) && (flag.ValueKind == JsonValueKind.True
            || (ChannelText.Of(flag) is { } text && text.Equals("true", StringComparison.OrdinalIgnoreCase)) || ChannelText.Word(notice, name) == "1");

    private static long? Seconds(JsonElement notice, string name) => ChannelText.Number(notice, name) is { } seconds and >= 0 ? seconds : null;

    private static DateTimeOffset? Moment(string? text, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 2000 and < 2099
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : null;

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
