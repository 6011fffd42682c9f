using System.Text.Json;
using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Everything the portal is told of a lead, gathered from the log.</summary>
/// <param name="Phone">E.164, or as it was sent where it is none; null without one.</param>
/// <param name="Utm">utm_source and its like, by their names.</param>
internal sealed record LeadContents(
    SessionSummary? Session, string? Name, string? Phone, string? Channel, string? Scenario, string? Model, string? Topic, IReadOnlyDictionary<string, string> Utm, string? ReplayUrl)
{
    private static readonly string[] UtmNames = ["utm_source", "utm_medium", "utm_campaign", "utm_content", "utm_term"];

    /// <summary>A phone that can be compared; others are sent as they are and not looked for (bitrix24.md section 15).</summary>
    public string? ComparablePhone => Phone is ['+', .. var digits] && digits.Length is >= 10 and <= 15 && digits.All(char.IsAsciiDigit) ? Phone : null;

    /// <param name="story">Events of the dialog up to the lead.</param>
    public static LeadContents Of(EventContent? lead, SessionSummary? session, IReadOnlyList<StoredEvent> story, string? replayUrl)
    {
        var contents = story.Select(item => item.Content).OfType<EventContent>().Append(lead ?? new EventContent()).ToList();
        var scenario = contents.FindLast(item => item.Scenario?.Id is not null)?.Scenario;
        var model = contents.FindLast(item => item.Model?.Name is not null)?.Model;
        var utm = contents.Select(item => UtmOf(item.SourceJson)).LastOrDefault(found => found.Count > 0) ?? [];
        var channel = lead?.Channel ?? session?.Channel;
        return new LeadContents(
            session, lead?.Client?.Name ?? session?.ClientName, Dial(lead?.Client?.Phone) ?? session?.Phone, channel,
            scenario is null ? null : $"{scenario.Id} {scenario.Version}".Trim(), model is null ? null : $"{model.Provider} {model.Name} {model.Version}".Trim(),
            lead?.Booking?.Service ?? contents.FindLast(item => item.Intent is not null)?.Intent?.Name, utm, replayUrl);
    }

    /// <summary>Eleven digits from 8 or 7 and ten from 9 are Russian numbers; anything else goes as it came.</summary>
    public static string? Dial(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return (digits.Length, digits.FirstOrDefault()) switch
        {
            (11, '8') when !typed.TrimStart().StartsWith('+') => "+7" + digits[1..],
            (10, '9') when !typed.TrimStart().StartsWith('+') => "+7" + digits,
            ( >= 10 and <= 15, _) => "+" + digits,
            _ => typed.Trim(),
        };
    }

    private static Dictionary<string, string> UtmOf(ReadOnlyMemory<byte> source)
    {
        if (source.IsEmpty)
        {
            return [];
        }

        var json = JsonElement.Parse(source.Span);
        return json.ValueKind != JsonValueKind.Object ? [] : UtmNames
            .Select(name => (name, value: json.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null))
            .Where(pair => !string.IsNullOrEmpty(pair.value)).ToDictionary(pair => pair.name, pair => pair.value!);
    }
}
