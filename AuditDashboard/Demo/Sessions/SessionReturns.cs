using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;

namespace AuditDashboard.Demo.Sessions;

/// <summary>Who may ask the same again within the week: what makes a conversation closed, but not for good (K5 durable).</summary>
internal sealed class SessionReturns
{
    private readonly Queue<SessionPlan> _closed = new();

    public void Offer(SessionPlan plan)
    {
        if (plan is { Ending: Ending.Answered, Return: false, Twin: null, Visit: null } and not { Need: Need.Booking or Need.WrongNumber or Need.Spam or Need.MissedCall })
        {
            _closed.Enqueue(plan);
        }
    }

    /// <summary>A conversation of one to five days ago, or null.</summary>
    public SessionPlan? Take(DateOnly date)
    {
        while (_closed.TryPeek(out var plan))
        {
            var age = date.DayNumber - DemoSalon.DateOf(plan.Start).DayNumber;
            if (age < 1)
            {
                return null;
            }

            _closed.Dequeue();
            if (age <= 5 && DemoSalon.DateOf(plan.Start) == plan.Person.LastSeen)
            {
                return plan;
            }
        }

        return null;
    }
}
