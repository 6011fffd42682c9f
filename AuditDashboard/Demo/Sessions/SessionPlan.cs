using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Visits;

namespace AuditDashboard.Demo.Sessions;

/// <summary>A conversation before it takes place.</summary>
internal sealed record SessionPlan
{
    public required DateTimeOffset Start { get; init; }
    public required Person Person { get; init; }
    public required string Channel { get; init; }
    public required DemoBranch Branch { get; init; }
    public required Need Need { get; init; }
    public required Ending Ending { get; init; }
    public required DemoSource Source { get; init; }

    /// <summary>The name the assistant gives the conversation.</summary>
    public required string Key { get; init; }

    /// <summary>The client says thanks at the end.</summary>
    public bool Closer { get; init; }

    /// <summary>The client starts with a voice note.</summary>
    public bool Voice { get; init; }

    /// <summary>One answer on the way does not come.</summary>
    public bool LosesAnAnswer { get; init; }

    /// <summary>The client asked the same a few days ago.</summary>
    public bool Return { get; init; }

    /// <summary>The visit to move or cancel.</summary>
    public Visit? Visit { get; init; }

    /// <summary>The visit that is booked here a second time, by someone who cannot see the first booking.</summary>
    public Visit? Twin { get; init; }

    /// <summary>The messages waited at the messenger while the assistant could not be reached.</summary>
    public bool Delayed { get; init; }

    /// <summary>The client claims that a discount was promised.</summary>
    public bool Dispute { get; init; }

    public bool OnPhone => Channel == DemoChannels.Phone;

    public bool IsLead => Need is Need.Booking or Need.Price;
}
