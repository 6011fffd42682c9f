using System.Globalization;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Yclients;

/// <summary>One record (a visit) as a webhook shows it: whole, without what it was before.</summary>
/// <param name="ChangedAt">YCLIENTS' own clock; null where the body does not say.</param>
internal sealed record YclientsRecord(string Id, bool IsNew, YclientsState State, YclientsClient? Client, DateTimeOffset? ChangedAt, DateTimeOffset? CreatedAt)
{
    private const decimal MostRoubles = 1_000_000_000;
    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];

    /// <summary>Null where the body names no record.</summary>
    public static YclientsRecord? Read(JsonElement body)
    {
        var record = ChannelText.Part(body, "data");
        if ((ChannelText.Word(body, "resource_id") ?? ChannelText.Word(record, "id")) is not { Length: <= 64 } id)
        {
            return null;
        }

        var status = ChannelText.Of(body, "status");
        var services = ChannelParts.List(record, "services").ToList();
        var state = new YclientsState(
            status == "delete" || Flag(record, "deleted") == true,
            Attendance(record), Flag(record, "paid_full"), Local(ChannelText.Of(record, "date")),
            ChannelText.Number(record, "seance_length") ?? ChannelText.Number(record, "length"),
            Filled(string.Join(", ", services.Select(service => ChannelText.Of(service, "title")).Where(title => !string.IsNullOrEmpty(title))), 512),
            Filled(ChannelText.Of(ChannelText.Part(record, "staff"), "name"), 256),
            services.Count == 0 ? null : Math.Min(services.Sum(Cost), MostRoubles));
        return new YclientsRecord(
            id, status == "create", state, YclientsClient.Read(ChannelText.Part(record, "client")),
            Moment(ChannelText.Of(record, "last_change_date")), Moment(ChannelText.Of(record, "create_date")));
    }

    private static int? Attendance(JsonElement record) =>
        (ChannelText.Number(record, "attendance") ?? ChannelText.Number(record, "visit_attendance")) is { } mark and >= -1 and <= 2 ? (int)mark : null;

    /// <summary>True and false come as 1 and 0 too.</summary>
    private static bool? Flag(JsonElement record, string name) =>
        record.ValueKind == JsonValueKind.Object && record.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? flag.ValueKind == JsonValueKind.True
            : ChannelText.Number(record, name) is { } number ? number != 0 : null;

    private static decimal Cost(JsonElement service)
    {
        foreach (var name in new[] { "cost_to_pay", "cost" })
        {
            if (service.ValueKind == JsonValueKind.Object && service.TryGetProperty(name, out var cost) && cost.ValueKind == JsonValueKind.Number
                && cost.TryGetDecimal(out var roubles) && roubles is >= 0 and <= MostRoubles)
            {
                return roubles;
            }
        }

        return 0;
    }

    private static DateTime? Local(string? text) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 2000 and < 2099 ? local : null;

    /// <summary><c>2026-11-18T14:20:00+0300</c>, without a colon (channels.md section 9.4).</summary>
    private static DateTimeOffset? Moment(string? text) =>
        text is { Length: >= 20 and <= 40 } && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
        && moment.Year is > 2000 and < 2099 ? moment : null;

    private static string? Filled(string? text, int longest) => string.IsNullOrWhiteSpace(text) ? null : ForeignText.Cut(text, longest);
}
