using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Visits;
using AuditDashboard.Demo.Words;

namespace AuditDashboard.Demo.Sessions;

/// <summary>What a conversation leaves behind: leads, visits, moves, cancellations, second attempts.</summary>
internal sealed class Desk(DemoWorld world)
{
    public void OpenLead(Tape tape)
    {
        var lead = world.NextLead();
        var draft = tape.Draft("lead.created") with { At = tape.Now.AddMilliseconds(120), Lead = lead, Source = tape.Plan.Source, Release = tape.Release };
        tape.Add(draft);
        if (tape.Plan.Need == Need.WrongNumber)
        {
            tape.Add(draft with { Type = "lead.closed", At = tape.Now.AddMinutes(6), Source = null, More = [("exclude", "wrong_number")] });
        }
    }

    public static void OpenComplaint(Tape tape)
    {
        tape.ComplaintOpen = true;
        tape.Add(tape.Draft("complaint.opened") with { At = tape.Now.AddMilliseconds(150) });
    }

    /// <summary>Books the visit the conversation is about.</summary>
    public void Book(Tape tape, Subject subject, string actor)
    {
        var person = tape.Plan.Person;
        var at = tape.Now.AddMilliseconds(200);
        Consent(tape, person);
        var visit = new Visit(world.Book.NextId(), person, subject.Service, subject.Master, at) { Start = subject.Start, Channel = tape.Plan.Channel };
        world.Book.Add(visit);
        var draft = tape.Draft("booking.created") with { At = at, Actor = actor, Visit = visit, Release = actor == "ai" ? tape.Release : null };
        tape.Add(draft);
        if (actor == "ai" && world.Mixes.Prepaid.Draw())
        {
            tape.Add(draft with { Type = "payment.received", At = at.AddMinutes(4), Actor = "system", Payment = subject.Service.Price / 2, More = [("prepaid", true)] });
        }

        Twins.Remember(world, tape.Plan, visit);
    }

    /// <summary>Moves or cancels the visit the client came about.</summary>
    public void Rearrange(Tape tape, Subject subject)
    {
        if (tape.Plan.Visit is not { } visit)
        {
            return;
        }

        if (visit.Cancelled)
        {
            tape.Add(tape.Draft("booking.cancelled") with { At = tape.Now.AddMilliseconds(200), Actor = "ai", Visit = visit, More = [("by", "client")] });
            return;
        }

        world.Book.Move(visit, subject.Start);
        tape.Add(tape.Draft("booking.rescheduled") with { At = tape.Now.AddMilliseconds(200), Actor = "ai", Visit = visit });
    }

    /// <summary>After silence: the ladder of repeats from day 29 on, and one of a hundred leads whom the desk books days later.</summary>
    public void FollowUp(Tape tape, Subject subject)
    {
        if (tape.Plan is { IsLead: true, OnPhone: false, Return: false } && world.Story.DayOf(tape.Now) >= Storyline.RemindersOn)
        {
            foreach (var (minutes, attempt) in new[] { (15, 1), (180, 2) })
            {
                var at = tape.Now.AddMinutes(minutes);
                if (DemoSalon.IsOpen(at))
                {
                    tape.Add(tape.Draft("followup.sent") with
                    {
                        At = at, Actor = "ai", Text = tape.Facts.Fill(world.Words.Pick(ReminderWords.FollowUps)), More = [("attempt", attempt)],
                    });
                }
            }
        }

        if (tape.Plan.Ending == Ending.BookedLater)
        {
            var at = DemoSalon.NextOpen(tape.Now.AddHours(20 + world.Pace.Below(40)));
            var visit = new Visit(world.Book.NextId(), tape.Plan.Person, subject.Service, subject.Master, at)
            {
                Start = world.Book.FindStart(subject.Master, subject.Service, at, longAhead: true), Channel = tape.Plan.Channel,
            };
            world.Book.Add(visit);
            tape.Plan.Person.PhoneKnown = tape.Plan.Person.Phone is not null;
            tape.Add(tape.Draft("booking.created") with { At = at, Session = null, Actor = "human", Visit = visit });
        }
    }

    private void Consent(Tape tape, Person person)
    {
        person.PhoneKnown = person.Phone is not null;
        if (!person.ConsentGiven)
        {
            person.ConsentGiven = true;
            world.Consenting.Add(person);
            tape.Add(tape.Draft("consent.granted") with { At = tape.Now.AddMilliseconds(160), More = [("purpose", "service"), ("text", "consent-2025-09")] });
        }
    }
}
