using Microsoft.Extensions.Options;

namespace AuditDashboard.Reminders.Rules;

/// <summary>The rules in force, read from the configuration.</summary>
internal sealed class ReminderRules
{
    private static readonly ReminderRule[] Usual = [new(TimeSpan.FromHours(24)), new(TimeSpan.FromHours(3))];

    public ReminderRules(IOptions<ReminderOptions> options)
    {
        var given = options.Value;
        All = !given.Enabled ? [] : given.Rules.Count == 0 ? Usual : [.. given.Rules.Select(Read)];
        Quiet = new QuietHours(Time(given.QuietHours.From), Time(given.QuietHours.To));
        ChannelOrder = given.ChannelOrder.Count == 0 ? ["max", "telegram", "vk", "whatsapp"] : given.ChannelOrder;
        Template = string.IsNullOrWhiteSpace(given.Template) ? null : (given.Template, given.TemplateLanguage);
    }

    public IReadOnlyList<ReminderRule> All { get; }

    public QuietHours Quiet { get; }

    public IReadOnlyList<string> ChannelOrder { get; }

    public (string Name, string Language)? Template { get; }

    /// <summary>The rules for a visit, the earliest message first; of several for the same hour the narrowest. Advertising is off (decisions.md 11).</summary>
    public IReadOnlyList<ReminderRule> For(string? service, string? branch) =>
    [
        .. All.Where(rule => rule.Class == MessageClass.Service && rule.IsFor(service, branch)).GroupBy(rule => rule.Before)
            .Select(same => same.MaxBy(rule => rule.Narrowness)!).OrderByDescending(rule => rule.Before),
    ];

    private static ReminderRule Read(ReminderOptions.Rule rule) =>
        new(RuleSpan.Parse(rule.Before)!.Value, Some(rule.Service), Some(rule.Branch), Some(rule.Text), rule.Class);

    private static TimeOnly Time(string text) => ReminderOptionsRules.TryTime(text, out var time) ? time : default;

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
