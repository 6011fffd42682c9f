using AuditDashboard.Reminders.Rules;

namespace AuditDashboard.Reminders.Presets;

/// <summary>What a kind of business says to its clients until its owner says otherwise.</summary>
/// <param name="Name">salon | barbershop | clinic | school</param>
/// <param name="Texts">One a step of the ladder.</param>
/// <param name="Rules">Its reminders, the earliest first.</param>
internal sealed record Preset(string Name, IReadOnlyList<string> Texts, string CallText, IReadOnlyList<ReminderRule> Rules);
