using AuditDashboard.Reminders.Presets;
using AuditDashboard.Settings;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Reminders.Rules;

/// <summary>The rules in force: those of the configuration, else those of the preset that the owner has chosen, else the usual two.</summary>
internal sealed class ReminderRules(IOptions<ReminderOptions> options, PresetList presets, ISettings settings)
{
    private static readonly ReminderRule[] Usual = [new(TimeSpan.FromHours(24)), new(TimeSpan.FromHours(3))];
    private readonly ReminderRule[] _given = [.. options.Value.Rules.Select(Read)];

    public IReadOnlyList<ReminderRule> All => !options.Value.Enabled ? [] : HasOwn ? _given : presets.Of(settings.FollowUps.Preset)?.Rules ?? Usual;

    /// <summary>The configuration names rules: a preset changes nothing about reminders.</summary>
    public bool HasOwn => _given.Length > 0;

    public QuietHours Quiet { get; } = new(Time(options.Value.QuietHours.From), Time(options.Value.QuietHours.To));

    public IReadOnlyList<string> ChannelOrder { get; } = options.Value.ChannelOrder.Count == 0 ? ["max", "telegram", "vk", "whatsapp"] : options.Value.ChannelOrder;

    public (string Name, string Language)? Template { get; } =
        string.IsNullOrWhiteSpace(options.Value.Template) ? null : (options.Value.Template, options.Value.TemplateLanguage);

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
