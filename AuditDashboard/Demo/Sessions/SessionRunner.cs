using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Words;

namespace AuditDashboard.Demo.Sessions;

/// <summary>Lets a planned conversation take place.</summary>
internal sealed class SessionRunner(DemoWorld world)
{
    private readonly Stages _stages = new(world);
    private readonly Handover _handover = new(world);
    private readonly SessionFrame _frame = new(world);
    private readonly Desk _desk = new(world);

    public void Run(SessionPlan plan)
    {
        if (plan.Need == Need.MissedCall)
        {
            _frame.Missed(plan);
            return;
        }

        var subject = Subject.Of(world, plan);
        var tape = new Tape(world, plan, subject.Facts);
        var script = Script.For(plan, world.Pace);
        _frame.Begin(tape);
        Open(tape, plan);
        Play(tape, script, subject);
        _frame.End(tape);
        world.Returns.Offer(plan);
    }

    private void Open(Tape tape, SessionPlan plan)
    {
        if ((plan.IsLead && !plan.Return && plan.Twin is null) || plan.Need == Need.WrongNumber)
        {
            tape.BeforeAnswer = () => _desk.OpenLead(tape);
        }
        else if (plan.Need == Need.Complaint && (plan.Dispute || world.Pace.Chance(0.62)))
        {
            tape.BeforeAnswer = () => Desk.OpenComplaint(tape);
        }
    }

    private void Play(Tape tape, Script script, Subject subject)
    {
        switch (tape.Plan.Ending)
        {
            case Ending.Booked:
                _stages.All(tape, script);
                tape.BeforeAnswer = () => _desk.Book(tape, subject, "ai");
                Settle(tape, script);
                break;
            case Ending.Answered when tape.Plan.IsLead:
                _stages.Some(tape, script, 1, Math.Min(3, script.Stages.Count));
                tape.Turn(BookingWords.Decline);
                Afterwords(tape, script, 0.3);
                break;
            case Ending.Answered:
                _stages.All(tape, script);
                tape.BeforeAnswer ??= () => _desk.Rearrange(tape, subject);
                Settle(tape, script);
                break;
            case Ending.Escalated or Ending.BookedByHuman:
                _stages.Some(tape, script, tape.Plan.Need == Need.Complaint ? 1 : 0, script.Stages.Count);
                _handover.Run(tape, subject);
                break;
            case Ending.Unanswered:
                var answered = _stages.Some(tape, script, 1, script.Stages.Count);
                tape.Hear(answered < script.Stages.Count ? script.Stages[answered] : script.Final);
                break;
            default:
                _stages.Some(tape, script, 1, script.Stages.Count);
                _desk.FollowUp(tape, subject);
                break;
        }
    }

    private void Settle(Tape tape, Script script)
    {
        tape.Turn(script.Final);
        Afterwords(tape, script, 1);
    }

    private void Afterwords(Tape tape, Script script, double share)
    {
        foreach (var move in script.Afterwords.Where(_ => world.Pace.Chance(share)))
        {
            tape.Turn(move);
        }

        if (tape.Plan.Closer)
        {
            var (text, intent) = world.Words.Pick(tape.Plan.Ending == Ending.Booked ? SideWords.ClosersOfBooked : SideWords.Closers);
            tape.HearAside(text, intent);
        }
    }
}
