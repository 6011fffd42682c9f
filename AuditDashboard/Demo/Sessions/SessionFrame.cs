using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Writing;

namespace AuditDashboard.Demo.Sessions;

/// <summary>How a conversation begins and ends, whatever is said between: in a messenger and on the phone.</summary>
internal sealed class SessionFrame(DemoWorld world)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(30);

    public void Begin(Tape tape)
    {
        if (tape.Plan.OnPhone)
        {
            tape.Add(tape.Draft("call.started") with { Call = new("in", null, null, null), Source = tape.Plan.Source });
            tape.Pass(TimeSpan.FromSeconds(world.Pace.Between(2, 6)));
            tape.Add(tape.Draft("call.answered") with { Actor = "ai", Call = new("in", null, null, (int)(tape.Now - tape.Plan.Start).TotalSeconds) });
            tape.Pass(TimeSpan.FromSeconds(3));
        }
        else if (tape.Plan is { Channel: DemoChannels.Telegram or DemoChannels.Max, Person.Sessions: 1, Source.Start: not null })
        {
            tape.Add(tape.Draft("chat.started") with { Source = tape.Plan.Source });
            tape.Pass(TimeSpan.FromSeconds(world.Pace.Between(8, 50)));
        }
    }

    public void End(Tape tape)
    {
        var plan = tape.Plan;
        if (plan.OnPhone)
        {
            tape.Pass(TimeSpan.FromSeconds(world.Pace.Between(4, 12)));
            tape.Add(tape.Draft("call.ended") with { Call = new("in", "answered", (int)(tape.Now - plan.Start).TotalSeconds, null) });
            tape.Pass(TimeSpan.FromSeconds(1));
            tape.Add(tape.Draft("session.closed") with { Actor = "system" });
        }
        else if (plan.Ending is not (Ending.Abandoned or Ending.BookedLater) && world.Pace.Chance(0.9))
        {
            tape.Pass(Quiet);
            tape.Add(tape.Draft("session.closed") with { Actor = "system" });
        }
    }

    /// <summary>A call nobody took; six of ten get a message in its place.</summary>
    public void Missed(SessionPlan plan)
    {
        var draft = new DemoDraft("call.missed", plan.Start)
        {
            Session = plan.Key, Channel = plan.Channel, Branch = plan.Branch.Code, Person = plan.Person, Call = new("in", "missed", null, world.Pace.Between(15, 45)), Source = plan.Source,
        };
        world.Queue.Add(draft);
        if (DemoSalon.IsOpen(plan.Start) && world.Pace.Chance(0.6))
        {
            world.Queue.Add(draft with
            {
                Type = "followup.sent", At = plan.Start.AddSeconds(50), Actor = "ai", Call = null, Source = null, More = [("attempt", 1), ("cause", "missed_call")],
                Text = "Вы звонили в студию «Донская». Напишите, на какую услугу вас записать.",
            });
        }
    }
}
