using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Words;
using AuditDashboard.Demo.Writing;

namespace AuditDashboard.Demo.Sessions;

/// <summary>Plays one conversation: its clock goes on with every word said.</summary>
internal sealed class Tape(DemoWorld world, SessionPlan plan, Facts facts)
{
    private string? _heard;
    private string? _scenario;
    private bool _begun;
    private DateTimeOffset _turnOpened;

    public DateTimeOffset Now { get; private set; } = plan.Start;

    public SessionPlan Plan => plan;

    public Facts Facts => facts;

    /// <summary>Done once, between the client's next message and the answer.</summary>
    public Action? BeforeAnswer { get; set; }

    /// <summary>A complaint was opened and nobody from the salon has taken note.</summary>
    public bool ComplaintOpen { get; set; }

    public DemoRelease Release => world.Story.ReleaseAt(Now, plan.Person.Bucket);

    public void Pass(TimeSpan time) => Now += time;

    public void PassUntil(DateTimeOffset moment) => Now = moment > Now ? moment : Now;

    public DemoDraft Draft(string type) => new(type, Now)
    {
        Session = plan.Key, Channel = plan.Channel, Branch = plan.Branch.Code, Person = plan.Person,
    };

    public string Add(DemoDraft draft) => world.Queue.Add(draft);

    /// <summary>The client says it and the assistant answers.</summary>
    public void Turn(Move move)
    {
        Hear(move);
        Answer(move, world.Words.Pick(move.Reply));
    }

    /// <summary>As <see cref="Turn(Move)"/>, with these very words of the assistant.</summary>
    public void Turn(Move move, string reply)
    {
        Hear(move);
        Answer(move, reply);
    }

    /// <summary>The client says it and nobody answers.</summary>
    public void Hear(Move move)
    {
        Enter(move);
        Pause();
        _turnOpened = Now;
        var text = facts.Fill(world.Words.Pick(move.Client));
        var voice = plan.Voice && !_begun && !plan.OnPhone ? new DemoDraft.VoiceNote($"voice-{plan.Key}", 3 + (text.Length / 12), null, 0) : null;
        var draft = Draft("message.received") with
        {
            Kind = voice is not null || plan.OnPhone ? "voice" : "text", Text = voice is null ? text : null, Voice = voice, Intent = move.Intent, Confidence = Confidence(move),
            Scenario = move.Scenario, Step = facts.Step(move.Step), Release = Release, Source = _begun ? null : plan.Source,
            More = plan.Need == Need.Spam ? [("spam", true)] : plan.Delayed && !_begun ? [("delayed", true)] : [],
        };
        _heard = Add(draft);
        _begun = true;
        world.Labels.Offer(_heard, draft);
        Transcribe(voice, text);
        var between = BeforeAnswer;
        BeforeAnswer = null;
        between?.Invoke();
    }

    /// <summary>The assistant's answer to what was heard last.</summary>
    public void Answer(Move move, string reply)
    {
        var release = world.Story.ReleaseAt(_turnOpened, plan.Person.Bucket);
        var wait = world.Waits.Draw(release);
        Second(move, wait);
        Now = _turnOpened + wait;
        Add(Draft("message.sent") with
        {
            Text = facts.Fill(reply), InReplyTo = _heard, Intent = move.Intent, Confidence = Confidence(move), Release = release, Scenario = move.Scenario,
            Step = facts.Step(move.Step), LatencyMs = (long)(wait.TotalMilliseconds * 0.93),
        });
    }

    /// <summary>Words of a person of the salon.</summary>
    public void Human(string text) => Add(Draft("message.sent") with { Actor = "human", Text = facts.Fill(text), InReplyTo = _heard });

    /// <summary>Words of the client to a person.</summary>
    public void HearAside(string text, string? intent = null)
    {
        Pause();
        _heard = Add(Draft("message.received") with
        {
            Kind = plan.OnPhone ? "voice" : "text", Text = facts.Fill(text), Intent = intent, Confidence = 0.97, Release = intent is null ? null : Release,
        });
        _turnOpened = Now;
    }

    private void Enter(Move move)
    {
        if (_scenario is "цена" && move.Scenario == "запись")
        {
            Add(Draft("scenario.entered") with { At = Now.AddMilliseconds(400), Scenario = move.Scenario, Step = facts.Step(move.Step), Release = Release });
        }

        _scenario ??= move.Scenario;
        _scenario = move.Scenario == "запись" ? move.Scenario : _scenario;
    }

    private void Pause()
    {
        if (_begun)
        {
            var pause = plan.OnPhone ? world.Pace.Around(TimeSpan.FromSeconds(4), 0.4) : world.Pace.Around(TimeSpan.FromSeconds(38), 0.9);
            Pass(pause < TimeSpan.FromMinutes(8) ? pause : TimeSpan.FromMinutes(8));
        }
    }

    /// <summary>While a client explains what they want, one message of nine comes in two parts, the second before the answer.</summary>
    private void Second(Move move, TimeSpan wait)
    {
        if (plan is { IsLead: true, OnPhone: false } && move.Scenario is "запись" or "цена" && move.Step is "услуга" or "выбор_дня" or "{step}" && world.Pace.Chance(0.11))
        {
            Now = _turnOpened + (wait / 2);
            _heard = Add(Draft("message.received") with { Kind = "text", Text = facts.Fill(world.Words.Pick(SideWords.Doubles)) });
        }
    }

    private void Transcribe(DemoDraft.VoiceNote? voice, string text)
    {
        if (voice is not null)
        {
            var failed = world.Pace.Chance(0.012);
            Add(Draft("voice.transcribed") with
            {
                At = Now.AddMilliseconds(180), Actor = "system", InReplyTo = _heard,
                Voice = failed ? null : voice with { FileId = null, Heard = text, Confidence = Math.Round(0.72 + (0.25 * world.Pace.Unit()), 2) },
                More = failed ? [("failed", true)] : [],
            });
        }
    }

    private double Confidence(Move move) => move.Step switch
    {
        "не_расслышал" => 0.31,
        "передача" or "сбой" => 0.48,
        _ => Math.Round(0.74 + (0.25 * Math.Sqrt(world.Words.Unit())), 2),
    };
}
