using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Sessions;
using AuditDashboard.Demo.Words;
using AuditDashboard.Demo.Writing;

namespace AuditDashboard.Demo.Visits;

/// <summary>From day 29: a reminder 24 h and one 3 h before the visit, never at night, and what the client answers.</summary>
internal sealed class Reminders(DemoWorld world)
{
    private static readonly TimeSpan Lock = TimeSpan.FromHours(2);
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    private readonly DemoRandom _random = new("reminders");

    public void Ask(Visit visit, VisitState state)
    {
        var facts = new Facts(visit.Person, visit.Service, visit.Master, visit.Start, world.Words);
        var second = HoursBefore(visit);
        if (visit.LongAhead)
        {
            var first = visit.Start.AddHours(-24).AddSeconds(_random.Between(1, 50));
            var reminder = Remind(visit, facts, first, ReminderWords.DayBefore, "24h", state);
            var bySecond = state == VisitState.Confirmed && visit.Start - second > Lock + TimeSpan.FromMinutes(55) && _random.Chance(0.2)
                && !Unreachable(visit, second);
            if (!bySecond && state is VisitState.Confirmed or VisitState.Declined)
            {
                Answer(visit, facts, state, reminder, Delay(visit.Person.Channel, first, visit.Start - Lock));
            }

            if (bySecond)
            {
                var asked = Remind(visit, facts, second, ReminderWords.HoursBefore, "3h", state);
                Answer(visit, facts, state, asked, second.AddMinutes(_random.Between(2, 48)));
                return;
            }
        }

        if (state != VisitState.Declined && second > visit.CreatedAt.AddMinutes(30))
        {
            var asked = Remind(visit, facts, second, ReminderWords.HoursBefore, "3h", state);
            if (state == VisitState.Silent && _random.Chance(0.05) && !Unreachable(visit, visit.Start.AddHours(-2)))
            {
                Answer(visit, facts, VisitState.Confirmed, asked, visit.Start.AddMinutes(-_random.Between(50, 100)));
            }
        }
    }

    private string Remind(Visit visit, Facts facts, DateTimeOffset at, IReadOnlyList<string> words, string rule, VisitState state)
    {
        var draft = Draft("reminder.sent", visit, at) with { Actor = "ai", Visit = visit, Text = facts.Fill(world.Words.Pick(words)), More = [("rule", rule)] };
        var id = world.Queue.Add(draft);
        if (state == VisitState.Undelivered)
        {
            world.Queue.Add(Draft("delivery.failed", visit, at.AddSeconds(_random.Between(2, 40))) with { Actor = "system", InReplyTo = id, More = [("code", 131026)] });
        }

        return id;
    }

    private void Answer(Visit visit, Facts facts, VisitState state, string reminder, DateTimeOffset at)
    {
        var yes = state == VisitState.Confirmed;
        var button = visit.Person.Channel is DemoChannels.Telegram or DemoChannels.Max or DemoChannels.Vk;
        var heard = world.Queue.Add(Draft("message.received", visit, at) with
        {
            Kind = button ? "button" : "text", InReplyTo = reminder, Text = button ? (yes ? "Приду" : "Не смогу") : world.Words.Pick(yes ? ReminderWords.Yes : ReminderWords.No),
            More = button ? [("payload", $"rem:{(yes ? "ok" : "no")}:{visit.Id}")] : [],
        });
        world.Queue.Add(Draft(yes ? "booking.confirmed" : "booking.declined", visit, at.AddMilliseconds(90)) with { Actor = "ai", Visit = visit, InReplyTo = heard });
        var release = world.Story.ReleaseAt(at, visit.Person.Bucket);
        var wait = world.Waits.Draw(release);
        world.Queue.Add(Draft("message.sent", visit, at + wait) with
        {
            InReplyTo = heard, Text = facts.Fill(world.Words.Pick(yes ? ReminderWords.Thanks : ReminderWords.Pity)), Release = release, Scenario = "напоминание",
            Step = yes ? "подтверждение" : "отказ", Intent = yes ? "visit.confirm" : "visit.decline", Confidence = 0.98, LatencyMs = (long)(wait.TotalMilliseconds * 0.93),
        });
    }

    /// <summary>Most answer within the hour; nobody after the lock.</summary>
    private DateTimeOffset Delay(string channel, DateTimeOffset asked, DateTimeOffset locked)
    {
        var at = asked + _random.Around(TimeSpan.FromMinutes(14), 1.2);
        at = at < locked.AddMinutes(-5) ? at : asked.AddMinutes(40);
        return world.Story.IsOutage(channel, at) ? world.Story.OutageTo.AddSeconds(_random.Between(5, 90)) : at;
    }

    private bool Unreachable(Visit visit, DateTimeOffset from) =>
        world.Story.IsOutage(visit.Person.Channel, from) || world.Story.IsOutage(visit.Person.Channel, from.AddMinutes(75));

    private static DateTimeOffset HoursBefore(Visit visit)
    {
        var at = visit.Start.AddHours(-3);
        var morning = DemoSalon.At(DemoSalon.DateOf(visit.Start), Morning);
        return at > morning ? at : morning;
    }

    private static DemoDraft Draft(string type, Visit visit, DateTimeOffset at) => new(type, at)
    {
        Session = $"visit-{visit.Id}", Channel = visit.Person.Channel, Branch = visit.Master.Branch, Person = visit.Person,
    };
}
