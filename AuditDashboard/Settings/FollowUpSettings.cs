using System.Text.RegularExpressions;
using AuditDashboard.Foundation;

namespace AuditDashboard.Settings;

/// <summary>Whether the salon speaks first to clients who fell silent or whose call was missed. Off until the owner says otherwise.</summary>
/// <param name="Enabled">Leads that fell silent are written to: after 15 min, 3 h, and the next day at 11:00 in another channel.</param>
/// <param name="Texts">One a step, with <c>{client}</c> and <c>{branch}</c>; a step without a text is left out.</param>
/// <param name="IsAdvertising">Only to those who consented to advertising, and not where the law forbids it (72-FZ: Telegram, WhatsApp, Instagram).</param>
/// <param name="AnswersCalls">A missed call is answered in a messenger within 60 s.</param>
/// <param name="Preset">The kind of business: texts were taken from it, and reminders follow it; null = none.</param>
public sealed partial record FollowUpSettings(
    bool Enabled, IReadOnlyList<string> Texts, bool IsAdvertising, bool AnswersCalls, string CallText, string? Preset = null)
{
    public static readonly FollowUpSettings Off = new(false, [], false, false, "");

    /// <summary>Steps of the ladder.</summary>
    public const int Steps = 3;

    public const int LongestText = 1000;

    private const int LongestTemplate = 200;

    /// <summary>The kinds of business there are presets for.</summary>
    public static readonly IReadOnlyList<string> Presets = ["salon", "barbershop", "clinic", "school"];

    /// <summary>One a step: the approved WhatsApp template that says the same, for who has not written for 24 h; its parameters are the variables of the text in their order.</summary>
    public IReadOnlyList<string> Templates { get; init; } = [];

    public string CallTemplate { get; init; } = "";

    /// <summary>As the messenger knows the templates' language.</summary>
    public string TemplateLanguage { get; init; } = "ru";

    public bool IsAnyOn => Enabled || AnswersCalls;

    /// <summary>Why it may not count, with what it is about; null = it may. Codes: <c>followups.empty</c>, <c>.call</c>, <c>.long</c>, <c>.variable</c>, <c>.advertises</c>, <c>.template</c>, <c>.preset</c>.</summary>
    public Refusal? Judge()
    {
        if (Preset is { } preset && !Presets.Contains(preset))
        {
            return new Refusal("followups.preset", preset);
        }

        if (Enabled && Texts.All(string.IsNullOrWhiteSpace))
        {
            return new Refusal("followups.empty");
        }

        return AnswersCalls && string.IsNullOrWhiteSpace(CallText)
            ? new Refusal("followups.call")
            : Texts.Select(text => Judge(text, IsAdvertising)).Append(Judge(CallText, mayAdvertise: false)).Append(JudgeTemplates()).FirstOrDefault(refusal => refusal is not null);
    }

    private static Refusal? Judge(string text, bool mayAdvertise) =>
        text.Length > LongestText ? new Refusal("followups.long", LongestText)
        : Variable().Matches(text).Select(match => match.Value).FirstOrDefault(name => name is not ("{client}" or "{branch}")) is { } unknown ? new Refusal("followups.variable", unknown)
        : !mayAdvertise && AdvertisingWords.Find(text) is { Count: > 0 } found ? new Refusal("followups.advertises", string.Join(", ", found))
        : null;

    private Refusal? JudgeTemplates() =>
        Templates.Append(CallTemplate).Append(TemplateLanguage).FirstOrDefault(name => name.Length > LongestTemplate || name.Any(char.IsWhiteSpace)) is { } wrong
            ? new Refusal("followups.template", wrong)
            : null;

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Variable();
}
