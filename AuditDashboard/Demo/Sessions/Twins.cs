using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Visits;

namespace AuditDashboard.Demo.Sessions;

/// <summary>Day 67: eight clients who booked in a messenger call as well and are booked twice; the desk cancels six of the second bookings next morning.</summary>
internal sealed class Twins(DemoWorld world)
{
    private const int Wanted = 8;
    private const int Merged = 6;

    private readonly List<(SessionPlan Plan, Visit Visit)> _first = [];
    private readonly List<Visit> _second = [];

    /// <summary>Notes what was booked on the day.</summary>
    public static void Remember(DemoWorld world, SessionPlan plan, Visit visit)
    {
        if (world.Story.DayOf(plan.Start) == Storyline.TwinBookings)
        {
            world.Twins.Note(plan, visit);
        }
    }

    /// <summary>The calls of those who booked in a messenger already.</summary>
    public IEnumerable<SessionPlan> Calls() => _first.Take(Wanted).Select(first => first.Plan with
    {
        Start = first.Visit.CreatedAt.AddMinutes(35), Channel = DemoChannels.Phone, Need = Need.Booking, Ending = Ending.Booked, Twin = first.Visit, Voice = false,
        LosesAnAnswer = false, Key = $"{first.Plan.Key}-call",
    });

    /// <summary>Cancels what the desk recognized as the same visit.</summary>
    public void Merge()
    {
        foreach (var visit in _second.Take(Merged))
        {
            visit.Cancelled = true;
            world.Queue.Add(new("booking.cancelled", world.Story.At(Storyline.TwinBookings + 1, 10, 20))
            {
                Bot = DemoSalon.AssistantBot, Channel = DemoChannels.Phone, Branch = visit.Master.Branch, Actor = "human", Person = visit.Person, Visit = visit,
                More = [("by", "staff"), ("reason", "duplicate")],
            });
        }
    }

    private void Note(SessionPlan plan, Visit visit)
    {
        if (plan.Twin is not null)
        {
            _second.Add(visit);
        }
        else if (plan is { OnPhone: false, Person.PhoneKnown: true } && visit.Start - visit.CreatedAt > TimeSpan.FromHours(26))
        {
            _first.Add((plan, visit));
        }
    }
}
