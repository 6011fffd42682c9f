using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Words;

namespace AuditDashboard.Demo.Sessions;

/// <summary>A person is called for and, fourteen times of fifteen, comes (product.md section 7.3: in opening hours a median of 6.5 min).</summary>
internal sealed class Handover
{
    private readonly DemoWorld _world;
    private readonly Desk _desk;
    private readonly Deck<(string Reason, Move Move)> _reasons;
    private readonly Deck<bool> _lost;

    public Handover(DemoWorld world)
    {
        _world = world;
        _desk = new(world);
        var random = new DemoRandom("handover");
        _reasons = new(random, 100, [.. HumanWords.Reasons.Select(reason => ((reason.Reason, reason.Move), reason.Share))]);
        _lost = new(random, 100, (true, 7), (false, 93));
    }

    public void Run(Tape tape, Subject subject)
    {
        var complaint = tape.Plan.Need == Need.Complaint;
        var (reason, move) = complaint ? ("complaint", tape.Plan.Dispute ? HumanWords.Dispute : HumanWords.ComplaintDetail) : _reasons.Draw();
        Request(tape, reason, move);
        if (!complaint && tape.Plan.Ending == Ending.Escalated && _lost.Draw())
        {
            return;
        }

        var wait = tape.Plan.OnPhone ? _world.Pace.Around(TimeSpan.FromSeconds(25), 0.4) : _world.Pace.Around(TimeSpan.FromMinutes(complaint ? 22 : 6.5), 1.1);
        tape.PassUntil(DemoSalon.NextOpen(tape.Now));
        tape.Pass(wait);
        tape.Add(tape.Draft("escalation.accepted") with { Actor = "human", At = tape.Now.AddSeconds(-wait.TotalSeconds / 4) });
        tape.Human(_world.Words.Pick(HumanWords.First));
        if (tape.ComplaintOpen && !_world.Pace.Chance(0.07))
        {
            tape.Add(tape.Draft("complaint.acknowledged") with { Actor = "human", At = tape.Now.AddSeconds(5) });
        }

        tape.HearAside(_world.Words.Pick(HumanWords.Client));
        tape.Pass(tape.Plan.OnPhone ? TimeSpan.FromSeconds(8) : _world.Pace.Around(TimeSpan.FromMinutes(2), 0.7));
        if (tape.Plan.Ending == Ending.BookedByHuman)
        {
            _desk.Book(tape, subject, "human");
        }

        tape.Pass(TimeSpan.FromSeconds(1));
        tape.Human(_world.Words.Pick(tape.Plan.Ending == Ending.BookedByHuman ? HumanWords.Booked : complaint ? HumanWords.Sorry : HumanWords.Second));
        tape.Add(tape.Draft("takeover.ended") with { Actor = "human", At = tape.Now.AddSeconds(30) });
        tape.Pass(TimeSpan.FromSeconds(30));
    }

    private static void Request(Tape tape, string reason, Move move)
    {
        var first = tape.BeforeAnswer;
        tape.BeforeAnswer = () =>
        {
            first?.Invoke();
            if (reason == "error")
            {
                tape.Add(tape.Draft("error.occurred") with { At = tape.Now.AddMilliseconds(170), Actor = "system", More = [("tool", "schedule"), ("code", "timeout")] });
            }

            tape.Add(tape.Draft("escalation.requested") with { At = tape.Now.AddMilliseconds(180), Actor = "ai", Release = tape.Release, More = [("reason", reason)] });
        };
        tape.Turn(move);
    }
}
