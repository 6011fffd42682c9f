using System.Globalization;
using AuditDashboard.Settings;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Reminders.Rules;

/// <summary>Refuses rules that cannot be followed, and service messages that advertise.</summary>
internal sealed class ReminderOptionsRules : IValidateOptions<ReminderOptions>
{
    private const int LongestText = 1000;

    public ValidateOptionsResult Validate(string? name, ReminderOptions options)
    {
        List<string> problems = [];
        foreach (var (index, rule) in options.Rules.Index())
        {
            problems.AddRange(Judge($"{ReminderOptions.Section}:Rules:{index}", rule));
        }

        foreach (var (end, text) in new[] { ("From", options.QuietHours.From), ("To", options.QuietHours.To) })
        {
            if (!TryTime(text, out _))
            {
                problems.Add($"{ReminderOptions.Section}:QuietHours:{end} must be a time of day as 21:00, not {text}");
            }
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    public static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static IEnumerable<string> Judge(string setting, ReminderOptions.Rule rule)
    {
        if (RuleSpan.Parse(rule.Before) is not { } before || before < TimeSpan.FromMinutes(1) || before > TimeSpan.FromDays(30))
        {
            yield return $"{setting}:Before must be a time span of 1 minute to 30 days as 24:00:00, not {rule.Before}";
        }

        if (rule.Text is { Length: > LongestText })
        {
            yield return $"{setting}:Text is longer than {LongestText} characters";
        }

        if (rule is { Text: { } text, Class: MessageClass.Service } && AdvertisingWords.Find(text) is { Count: > 0 } found)
        {
            yield return $"{setting}:Text advertises ({string.Join(", ", found)}), and a service message must not; take that out or set Class to Advertising, which is not sent without consent";
        }
    }
}
