using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Visits;

namespace AuditDashboard.Demo.Sessions;

/// <summary>Deals a day's conversations from the decks.</summary>
internal sealed class DayPlanner(DemoWorld world)
{
    private const int Delayed = 9;
    private const int Recovered = 3;

    private double _owed;
    private bool _disputed;

    /// <param name="perDay">On an ordinary Wednesday.</param>
    public IReadOnlyList<SessionPlan> Plan(DateOnly date, double perDay)
    {
        List<SessionPlan> plans = [];
        var delayed = 0;
        for (_owed += perDay * Season.Of(date); _owed >= 1; _owed--)
        {
            var hour = world.Mixes.Hours.Draw();
            var start = DemoSalon.At(date, new TimeSpan(0, hour, world.Pace.Below(60), world.Pace.Below(60), world.Pace.Below(1000)));
            plans.Add(AfterOutage(Return(start) ?? Fresh(start, date, ref delayed)));
        }

        return plans;
    }

    /// <summary>Who would have written in Telegram during the outage, or been in the middle of it, comes when it is over.</summary>
    private SessionPlan AfterOutage(SessionPlan plan) =>
        world.Story.IsOutage(plan.Channel, plan.Start) || world.Story.IsOutage(plan.Channel, plan.Start.AddMinutes(70))
            ? plan with { Start = world.Story.OutageTo.AddMinutes(world.Pace.Between(5, 240)) }
            : plan;

    private SessionPlan? Return(DateTimeOffset start)
    {
        if (!world.Mixes.Returns.Draw() || world.Returns.Take(DemoSalon.DateOf(start)) is not { } earlier)
        {
            return null;
        }

        var ending = Ending(start, earlier.Person, earlier.IsLead, ending => ending == Story.Ending.Answered);
        People.Seen(earlier.Person, DemoSalon.DateOf(start));
        return earlier with
        {
            Start = start, Ending = ending, Return = true, Key = DemoWorld.Key(earlier.Person, earlier.Channel), Closer = world.Mixes.Closers.Draw(), Voice = false, Delayed = false,
        };
    }

    private (Need Need, string Channel, bool Dispute) Wish(int day)
    {
        var need = world.Mixes.Needs.Draw();
        var channel = world.Mixes.Channel(day).Draw();
        if (channel == DemoChannels.Phone && world.Mixes.Missed.Draw())
        {
            return (Need.MissedCall, channel, false);
        }

        if (_disputed || channel == DemoChannels.Phone || day != Storyline.DisputeDay)
        {
            return (need, channel, false);
        }

        _disputed = true;
        return (Need.Complaint, channel, true);
    }

    private SessionPlan Fresh(DateTimeOffset start, DateOnly date, ref int delayed)
    {
        var (need, channel, dispute) = Wish(world.Story.DayOf(date));
        var late = channel == DemoChannels.Telegram && world.Story.DayOf(date) == Storyline.Outage && need is (Need.Booking or Need.Price) && delayed < Delayed;
        if (late)
        {
            start = world.Story.OutageTo.AddSeconds(5 + (7 * delayed++));
        }

        if (need == Need.Complaint)
        {
            start = DemoSalon.At(date, DemoSalon.Opens(date)).AddSeconds(world.Pace.Below(8 * 3600));
        }

        var visit = need == Need.Move ? world.Book.Movable(date) : null;
        channel = visit?.Person.Channel ?? channel;
        var person = visit?.Person ?? world.People.Next(channel, date);
        if (visit is not null)
        {
            People.Seen(person, date);
        }

        var ending = need is Need.Spam or Need.MissedCall
            ? Story.Ending.Answered
            : Ending(start, person, need is Need.Booking or Need.Price, Fits(need, late ? delayed : 0));
        Decide(visit, ending);
        return new()
        {
            Start = start, Person = person, Channel = channel, Need = need, Ending = ending, Visit = visit, Delayed = late, Source = world.Mixes.Sources.Draw(),
            Branch = visit is null ? world.Mixes.Branches.Draw() : DemoBranch.Of(visit.Master.Branch), Key = DemoWorld.Key(person, channel), Closer = world.Mixes.Closers.Draw(),
            Voice = world.Mixes.Voices.Draw(), LosesAnAnswer = world.Mixes.LosesAnAnswer(world.Story.ReleaseAt(start, person.Bucket)),
            Dispute = dispute,
        };
    }

    /// <summary>Nobody calls for a person at night: people and the assistant know that nobody is there.</summary>
    private Ending Ending(DateTimeOffset start, Person person, bool lead, Func<Ending, bool> fits)
    {
        var attended = DemoSalon.IsOpen(start) && DemoSalon.IsOpen(start.AddMinutes(30));
        return world.Mixes.Endings(world.Story.ReleaseAt(start, person.Bucket), lead)
            .DrawWhere(ending => fits(ending) && (attended || ending is not (Story.Ending.Escalated or Story.Ending.BookedByHuman)));
    }

    private static Func<Ending, bool> Fits(Need need, int delayed) => need switch
    {
        Need.Complaint => ending => ending == Story.Ending.Escalated,
        Need.WrongNumber => ending => ending == Story.Ending.Answered,
        _ when delayed > Recovered => ending => ending == Story.Ending.Abandoned,
        _ => _ => true,
    };

    /// <summary>Two of five who come about a visit cancel it.</summary>
    private void Decide(Visit? visit, Ending ending)
    {
        if (visit is not null)
        {
            visit.Moved = true;
            visit.Cancelled = ending == Story.Ending.Answered && world.Pace.Chance(0.38);
        }
    }
}
