using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Sessions;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Writing;

namespace AuditDashboard.Demo.Visits;

/// <summary>What becomes of a visit once it is near: it is asked about, confirmed or not, and the client comes or does not.</summary>
internal sealed class VisitLife(DemoWorld world)
{
    private readonly DemoRandom _random = new("life");
    private readonly VisitOdds _odds = new();
    private readonly Reminders _reminders = new(world);

    public void Live(Visit visit)
    {
        var day = world.Story.DayOf(visit.Start);
        var state = _odds.State(visit, day);
        if (day < Storyline.RemindersOn)
        {
            AskByHand(visit, state);
        }
        else
        {
            _reminders.Ask(visit, state);
        }

        if (state != VisitState.Declined && !CalledOff(visit, state))
        {
            Mark(visit, _odds.StaysAway(visit, state, day));
        }
    }

    /// <summary>Before the reminders the desk rings clients the day before: whoever it reaches confirms or declines.</summary>
    private void AskByHand(Visit visit, VisitState state)
    {
        if (state is not (VisitState.Confirmed or VisitState.Declined))
        {
            return;
        }

        var at = visit.Start.AddHours(-24).AddMinutes(_random.Between(2, 25));
        var draft = Draft("reminder.sent", visit, at) with
        {
            Bot = DemoSalon.AssistantBot, Channel = DemoChannels.Phone, Actor = "human", More = [("manual", true)], AddressOf = Address(visit),
        };
        world.Queue.Add(draft);
        world.Queue.Add(draft with { Type = state == VisitState.Confirmed ? "booking.confirmed" : "booking.declined", At = at.AddSeconds(_random.Between(30, 110)) });
    }

    /// <summary>Late refusals, and visits the salon itself calls off.</summary>
    private bool CalledOff(Visit visit, VisitState state)
    {
        if (state == VisitState.Confirmed && _random.Chance(0.015))
        {
            world.Queue.Add(Draft("booking.cancelled", visit, visit.Start.AddMinutes(-_random.Between(35, 100))) with { More = [("by", "client")] });
            return true;
        }

        if (visit.LongAhead && _random.Chance(0.008))
        {
            world.Queue.Add(Draft("booking.cancelled", visit, visit.Start.AddMinutes(-_random.Between(125, 300))) with { More = [("by", "staff"), ("reason", "master_ill")] });
            return true;
        }

        return false;
    }

    private void Mark(Visit visit, bool staysAway)
    {
        if (_random.Chance(0.03))
        {
            return;
        }

        var at = staysAway ? visit.Start.AddMinutes(_random.Between(25, 60)) : visit.End.AddMinutes(_random.Between(1, 15));
        world.Queue.Add(Draft(staysAway ? "booking.no_show" : "booking.attended", visit, at));
        if (!staysAway && _random.Chance(0.7))
        {
            world.Queue.Add(Draft("payment.received", visit, at.AddMinutes(2)) with { Payment = visit.Service.Price });
        }
    }

    private static DemoDraft Draft(string type, Visit visit, DateTimeOffset at) => new(type, at)
    {
        Bot = DemoSalon.JournalBot, Channel = DemoChannels.Journal, Branch = visit.Master.Branch, Actor = "human", Person = visit.Person, Visit = visit,
    };

    private static string Address(Visit visit) => visit.Person.Phone is null ? visit.Person.Channel : DemoChannels.Phone;
}
