using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Sessions;
using AuditDashboard.Demo.Story;

namespace AuditDashboard.Demo.Visits;

/// <summary>Visits that come past the assistant: entered by the desk, or by clients in the online form.</summary>
internal sealed class JournalBookings(DemoWorld world)
{
    private readonly DemoRandom _random = new("journal");
    private double _owed;

    /// <param name="perDay">On an ordinary Wednesday.</param>
    public void Enter(DateOnly date, double perDay)
    {
        for (_owed += perDay * Season.Of(date); _owed >= 1; _owed--)
        {
            var online = _random.Chance(0.4);
            var at = DemoSalon.At(date, online ? TimeSpan.FromMinutes(_random.Between(7 * 60, (23 * 60) + 40)) : DemoSalon.Opens(date) + TimeSpan.FromMinutes(_random.Below(9 * 60)));
            Enter(at + TimeSpan.FromSeconds(_random.Below(60)), online);
        }
    }

    private void Enter(DateTimeOffset at, bool online)
    {
        var person = world.People.Next(DemoChannels.Journal, DemoSalon.DateOf(at));
        person.PhoneKnown = person.Phone is not null;
        var branch = world.Mixes.Branches.Draw();
        var service = _random.Pick(Treatment.All);
        var master = _random.Pick(DemoMaster.All.Where(candidate => candidate.Field == service.Field && candidate.Branch == branch.Code).ToList());
        var visit = new Visit(world.Book.NextId(), person, service, master, at) { Start = world.Book.FindStart(master, service, at), Channel = DemoChannels.Journal };
        world.Book.Add(visit);
        world.Queue.Add(new("booking.created", at)
        {
            Bot = DemoSalon.JournalBot, Channel = DemoChannels.Journal, Branch = branch.Code, Person = person, Visit = visit, Actor = online ? "client" : "human",
            More = [("via", online ? "online" : "desk")],
        });
    }
}
