using AuditDashboard.Demo.Salon;

namespace AuditDashboard.Demo.Visits;

/// <summary>A booked visit.</summary>
internal sealed class Visit(string id, Person person, Treatment service, DemoMaster master, DateTimeOffset createdAt)
{
    public string Id => id;

    public Person Person => person;

    public Treatment Service => service;

    public DemoMaster Master => master;

    public DateTimeOffset CreatedAt => createdAt;

    public required DateTimeOffset Start { get; set; }

    public DateTimeOffset End => Start.AddMinutes(service.Minutes);

    /// <summary>The channel it was booked in.</summary>
    public required string Channel { get; init; }

    public bool Moved { get; set; }

    public bool Cancelled { get; set; }

    /// <summary>What becomes of it is decided.</summary>
    public bool Settled { get; set; }

    /// <summary>Booked 24 h or more before the start: the base of K3.</summary>
    public bool LongAhead => Start - createdAt >= TimeSpan.FromHours(24);
}
