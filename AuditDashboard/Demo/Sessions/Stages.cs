using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Words;

namespace AuditDashboard.Demo.Sessions;

/// <summary>Plays the stages of a script, with what comes between them: asides, noise, lost answers, silences, loops.</summary>
internal sealed class Stages(DemoWorld world)
{
    public void All(Tape tape, Script script) => Play(tape, script, script.Stages.Count);

    /// <summary>Between <paramref name="least"/> and <paramref name="most"/> stages; returns how many.</summary>
    public int Some(Tape tape, Script script, int least, int most)
    {
        var count = most <= least ? most : world.Pace.Between(least, most);
        if (tape.Plan is { Need: Need.Move, Visit.Cancelled: false } && tape.Release == DemoRelease.Third)
        {
            count = most;
        }

        Play(tape, script, count);
        return count;
    }

    private void Play(Tape tape, Script script, int count)
    {
        var lost = tape.Plan.LosesAnAnswer && !tape.Plan.OnPhone ? world.Pace.Below(Math.Max(count, 1)) : -1;
        for (var stage = 0; stage < count; stage++)
        {
            if (stage > 0)
            {
                Between(tape);
            }

            Stage(tape, script.Stages[stage], stage == lost);
        }
    }

    private void Stage(Tape tape, Move move, bool lost)
    {
        if (!lost)
        {
            tape.Turn(move);
            Loop(tape, move);
            return;
        }

        tape.Hear(move);
        tape.Pass(TimeSpan.FromMinutes(13) + world.Pace.Around(TimeSpan.FromMinutes(4), 0.5));
        tape.HearAside(world.Words.Pick(SideWords.Calls));
        tape.Answer(move, world.Words.Pick(move.Reply));
    }

    /// <summary>The third release does not take in which hour the client chose.</summary>
    private void Loop(Tape tape, Move move)
    {
        if (ReferenceEquals(move, MoveWords.Time) && tape.Release == DemoRelease.Third)
        {
            for (var again = world.Pace.Between(1, 3); again > 0; again--)
            {
                tape.Turn(MoveWords.Loop);
            }
        }
    }

    private void Between(Tape tape)
    {
        if (tape.Plan.OnPhone && world.Pace.Chance(0.12))
        {
            tape.Turn(SideWords.Unheard);
        }

        if (tape.Plan.IsLead && world.Pace.Chance(0.5))
        {
            tape.Turn(world.Words.Pick(SideWords.Asides));
        }

        if (tape.Plan is { Ending: Ending.Booked, OnPhone: false } && world.Pace.Chance(0.03))
        {
            Silence(tape);
        }
    }

    /// <summary>The client falls silent, the assistant writes once more, the client comes back.</summary>
    private void Silence(Tape tape)
    {
        if (world.Story.DayOf(tape.Now) >= Storyline.RemindersOn && DemoSalon.IsOpen(tape.Now.AddMinutes(15)))
        {
            tape.Pass(TimeSpan.FromMinutes(15));
            tape.Add(tape.Draft("followup.sent") with { Actor = "ai", Text = tape.Facts.Fill(world.Words.Pick(ReminderWords.FollowUps)), More = [("attempt", 1)] });
            tape.Pass(world.Pace.Around(TimeSpan.FromMinutes(9), 0.6));
        }
    }
}
