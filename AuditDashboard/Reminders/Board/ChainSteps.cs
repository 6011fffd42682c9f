using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Ui;

namespace AuditDashboard.Reminders.Board;

/// <param name="Word">Key of what it is; <paramref name="Name"/> fills it.</param>
/// <param name="Detail">Key of how far it is; null where the time says it.</param>
/// <param name="At">By the clock in the branch.</param>
internal sealed record ChainStep(string Key, string Word, string Name, string? Detail, DateTime? At, Tone Tone, bool IsAhead);

/// <summary>The way of a booking from its creation to the visit.</summary>
internal static class ChainSteps
{
    public static IEnumerable<ChainStep> Of(BoardLine line)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(line.Zone);
        yield return new ChainStep("created", "StepCreated", "", null, Wall(line.CreatedAt, zone), Tone.Flat, false);
        foreach (var reminder in line.Reminders)
        {
            yield return Of(reminder, zone);
        }

        if (line.Plan is "confirmed" or "declined" or "cancelled")
        {
            yield return new ChainStep(
                "answer", $"State_{line.Plan}", "", null, Wall(line.AnsweredAt, zone), line.Plan == "confirmed" ? Tone.Good : line.Plan == "declined" ? Tone.Warn : Tone.Flat, false);
        }

        if (line.Fact is { } fact)
        {
            yield return new ChainStep("visit", $"State_{fact}", "", null, null, fact == "attended" ? Tone.Good : Tone.Bad, false);
        }
        else if (line.IsOpen)
        {
            yield return new ChainStep("visit", "StepVisit", "", null, null, Tone.Flat, true);
        }
    }

    private static ChainStep Of(BoardReminder row, TimeZoneInfo zone) => new(
        row.Rule, row.Rule.StartsWith("now-", StringComparison.Ordinal) ? "StepByHand" : row.Rule.EndsWith(ReminderAgain.Suffix, StringComparison.Ordinal) ? "StepAgain" : "StepReminder",
        NameOf(row.Rule),
        $"Reminder_{row.State}", Wall(row.SentAt ?? (row.State == ReminderStates.Planned ? row.DueAt : null), zone),
        row.State switch { "sent" or "delivered" => Tone.Good, "failed" => Tone.Bad, "uncertain" => Tone.Warn, _ => Tone.Flat }, row.State is "planned" or "sending");

    /// <summary><c>24h</c> as <c>24 ч</c>; a bot's own name of a rule as it is.</summary>
    private static string NameOf(string rule)
    {
        var name = rule.StartsWith(ForeignReminders.Prefix, StringComparison.Ordinal) ? rule[ForeignReminders.Prefix.Length..] : rule.Split('-')[0];
        return RuleSpan.OfName(name) is { } before ? Formats.Duration(before) : name;
    }

    private static DateTime? Wall(DateTimeOffset? moment, TimeZoneInfo zone) => moment is { } at ? WallClock.Of(at, zone) : null;
}
