using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;

namespace AuditDashboard.Reminders.FollowUps.Page;

/// <summary>What a client would read and when, by the very rules that send it.</summary>
internal sealed class FollowUpPreview(ISettings settings, SalonClock clock, ReminderRules rules)
{
    public string Fill(string text, string client) => ReminderTemplate.Fill(text, new Dictionary<string, string?>
    {
        ["client"] = client, ["branch"] = settings.Salon.Branches.Count > 1 ? settings.Salon.Branches[0].Name : null,
    });

    /// <summary>By the salon's clock: when each step goes out if the client falls silent at this moment; null where quiet hours push it into its neighbour.</summary>
    public IReadOnlyList<DateTime?> Hours()
    {
        var now = clock.Now;
        var due = new DateTime?[FollowUpSettings.Steps];
        for (var next = FollowUpLadder.Next(0, now, clock.Zone, rules.Quiet); next is var (step, at); next = FollowUpLadder.Next(step, now, clock.Zone, rules.Quiet))
        {
            due[step - 1] = WallClock.Of(at, clock.Zone);
        }

        return due;
    }
}
