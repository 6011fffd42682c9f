using System.Text.Json;
using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K12: which source brought a need (product.md section 3.12).</summary>
internal sealed class Touches(ClientStory story)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);
    private static readonly string[] Clicks = ["yclid", "gclid", "fbclid", "ysclid", "adId", "ad_id", "ctwa_clid"];

    private readonly Timeline _touches = new(story.Events.Where(item => !item.IsOut && LabelOf(item) is not null));

    /// <summary>The earliest source within 30 days before the need; empty where nobody knows.</summary>
    public string First(ClientNeed need) => _touches.Between(need.Lead.At - Remembered, need.Lead.At).Select(LabelOf).FirstOrDefault() ?? "";

    /// <summary>The latest source before the booking, or before the need where there is none; empty where nobody knows.</summary>
    public string Last(ClientNeed need) => _touches.LastUpTo(need.Booking?.Created?.At ?? need.Lead.At) is { } last ? LabelOf(last)! : "";

    /// <summary>
    /// <c>utm_source</c> as it stands; else what else says where somebody came from, with its kind before a colon: <c>start:</c> a deep link's payload,
    /// <c>click:</c> an advertisement, <c>number:</c> a tracked telephone number, <c>qr:</c> a code, <c>said:</c> the client's own word. Null without any.
    /// </summary>
    public static string? LabelOf(StoryEvent item)
    {
        if (item.Content.SourceJson.IsEmpty)
        {
            return null;
        }

        var source = JsonElement.Parse(item.Content.SourceJson.Span);
        return source.ValueKind != JsonValueKind.Object ? null
            : Text(source, "utm_source") is { } utm ? utm.ToLowerInvariant()
            : Kind(source, "start", "start") ?? Clicks.Select(click => Kind(source, click, "click")).FirstOrDefault(label => label is not null)
            ?? Kind(source, "tracking_number", "number") ?? Kind(source, "qr", "qr") ?? Kind(source, "self_reported", "said");
    }

    /// <summary>The source as CRM and API name it: <c>utm_source</c>, else the channel (http-api.md section 10).</summary>
    public static string NameOf(string label, string channel) => label.Length == 0 || label.Contains(':', StringComparison.Ordinal) ? channel : label;

    private static string? Kind(JsonElement source, string member, string kind) =>
        Text(source, member) is not { } value ? null : kind == "click" ? $"click:{member}" : $"{kind}:{value}";

    private static string? Text(JsonElement source, string member) =>
        source.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
