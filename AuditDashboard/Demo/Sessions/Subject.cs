using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Words;

namespace AuditDashboard.Demo.Sessions;

/// <summary>What a conversation is about: a service at a master's at an hour.</summary>
internal sealed record Subject(Treatment Service, DemoMaster Master, DateTimeOffset Start, Facts Facts)
{
    public static Subject Of(DemoWorld world, SessionPlan plan)
    {
        var known = plan.Visit ?? plan.Twin;
        var service = known?.Service ?? Choose(world.Pace, plan);
        var master = plan.Visit?.Master ?? OtherThan(plan.Twin?.Master, service, plan.Branch.Code);
        var booked = plan.Ending is Ending.Booked or Ending.BookedByHuman;
        var start = plan.Twin?.Start ?? (booked ? world.Book.FindStart(master, service, plan.Start) : world.Book.FindStart(master, service, plan.Start, longAhead: true));
        var facts = new Facts(plan.Person, service, master, start, world.Words);
        facts.Visit("old", plan.Visit?.Start ?? start.AddDays(-9));
        return new(service, master, start, facts);

        DemoMaster OtherThan(DemoMaster? busy, Treatment wanted, string branch)
        {
            var able = DemoMaster.All.Where(candidate => candidate.Field == wanted.Field && candidate != busy).ToList();
            var near = able.Where(candidate => candidate.Branch == branch).ToList();
            return world.Pace.Pick(near.Count > 0 ? near : able);
        }
    }

    /// <summary>Extensions are where the price scenario loses people: they are asked for more often in conversations that went nowhere.</summary>
    private static Treatment Choose(DemoRandom pace, SessionPlan plan)
    {
        var bad = plan is { Need: Need.Price, Ending: Ending.Abandoned or Ending.Unanswered or Ending.Escalated };
        return plan.Need == Need.Price && pace.Chance(bad ? 0.34 : 0.13)
            ? pace.Pick(Treatment.All.Where(service => service.Step == "наращивание").ToList())
            : pace.Pick(Treatment.All);
    }
}
