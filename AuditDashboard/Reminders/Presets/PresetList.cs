using System.Globalization;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.Presets;

/// <summary>The presets, in the clients' language.</summary>
internal sealed class PresetList(IStringLocalizer<PresetText> words)
{
    /// <summary>Where nobody has chosen.</summary>
    public static readonly string Usual = "salon";

    /// <summary>Hours before the visit. A haircut is booked for today or tomorrow, an appointment with a doctor long ahead.</summary>
    private static readonly Dictionary<string, double[]> Hours = new()
    {
        [Usual] = [24, 3], ["barbershop"] = [24, 2], ["clinic"] = [48, 24, 3], ["school"] = [24, 2],
    };

    private readonly Lazy<Dictionary<string, Preset>> _all = new(() => FollowUpSettings.Presets.ToDictionary(name => name, name => Make(words, name)));

    /// <summary>Null where there is none of that name.</summary>
    public Preset? Of(string? name) => name is null ? null : _all.Value.GetValueOrDefault(name);

    /// <summary>The text is a preset's as it stands: nobody has written it.</summary>
    public bool IsOurs(string text) => _all.Value.Values.Any(preset => preset.CallText == text || preset.Texts.Contains(text));

    private static Preset Make(IStringLocalizer words, string name)
    {
        var key = char.ToUpperInvariant(name[0]) + name[1..];
        return new Preset(
            name, [.. Enumerable.Range(1, FollowUpSettings.Steps).Select(step => ClientWords.Of(words, string.Create(CultureInfo.InvariantCulture, $"{key}Step{step}")))], ClientWords.Of(words, key + "Call"),
            [.. Hours[name].Select(before => new ReminderRule(TimeSpan.FromHours(before), Text: name == Usual ? null : ClientWords.Of(words, key + "Reminder")) { IsOurs = true })]);
    }
}
