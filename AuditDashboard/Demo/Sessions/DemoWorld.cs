using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Visits;
using AuditDashboard.Demo.Writing;

namespace AuditDashboard.Demo.Sessions;

/// <summary>What the parts of the pretended salon share: its clock of events, its people, its decks and its journal.</summary>
internal sealed class DemoWorld(DateOnly today) : IDisposable
{
    private int _leads = 1000;

    public Storyline Story { get; } = new(today);

    public EventQueue Queue { get; } = new();

    public People People { get; } = new();

    public Mixes Mixes { get; } = new();

    public Waits Waits { get; } = new(new("waits"));

    public VisitBook Book { get; } = new();

    public SessionReturns Returns { get; } = new();

    public LabelSamples Labels { get; } = new();

    public Twins Twins => field ??= new(this);

    /// <summary>Who has let the salon keep their number.</summary>
    public List<Person> Consenting { get; } = [];

    /// <summary>Which phrase is used; changes no number.</summary>
    public DemoRandom Words { get; } = new("words");

    /// <summary>How fast people are and what they choose.</summary>
    public DemoRandom Pace { get; } = new("pace");

    public string NextLead() => $"L-{++_leads}";

    public static string Key(Person person, string channel) => $"{channel}-{person.Number}-{person.Sessions}";

    public void Dispose() => Queue.Dispose();
}
