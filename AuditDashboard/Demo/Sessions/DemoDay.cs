using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Visits;

namespace AuditDashboard.Demo.Sessions;

/// <summary>One day at the salon: what people say, what the desk enters, and which visits come near.</summary>
internal sealed class DemoDay(DemoWorld world, double sessions, double bookings)
{
    private readonly DayPlanner _planner = new(world);
    private readonly SessionRunner _runner = new(world);
    private readonly JournalBookings _journal = new(world);
    private readonly VisitLife _life = new(world);

    public void Live(DateOnly date)
    {
        foreach (var plan in _planner.Plan(date, sessions))
        {
            _runner.Run(plan);
        }

        if (world.Story.DayOf(date) == Storyline.TwinBookings)
        {
            foreach (var call in world.Twins.Calls().ToList())
            {
                _runner.Run(call);
            }

            world.Twins.Merge();
        }

        _journal.Enter(date, bookings);
        foreach (var visit in world.Book.Settle(date.AddDays(1)))
        {
            _life.Live(visit);
        }
    }
}
