namespace AuditDashboard.Storage.Dossiers;

/// <summary>All that is held about one person, in clear. Moments are UTC.</summary>
public sealed class PersonDossier
{
    public bool IsKnown { get; set; }

    public string? Name { get; set; }

    /// <summary>E.164.</summary>
    public List<string> Phones { get; } = [];

    public List<Address> Addresses { get; } = [];

    public List<Dialog> Dialogs { get; } = [];

    public List<Message> Messages { get; } = [];

    public List<Consent> Consents { get; } = [];

    public List<Booking> Bookings { get; } = [];

    /// <summary>Who else got the data: models that answered, by provider.</summary>
    public SortedSet<string> Recipients { get; } = new(StringComparer.Ordinal);

    /// <param name="Value">With the channel's prefix.</param>
    public sealed record Address(string? Channel, string Value, DateTimeOffset Since);

    public sealed record Dialog(Guid Id, string? Channel, DateTimeOffset StartedAt, DateTimeOffset LastActivityAt, int Messages);

    /// <param name="Text">Null where the retention has taken it.</param>
    public sealed record Message(DateTimeOffset At, string? Channel, string? Actor, string? Text);

    /// <param name="Type">consent.granted | consent.revoked</param>
    public sealed record Consent(DateTimeOffset At, string Type, string? Purpose, string? Version);

    public sealed record Booking(string Id, string? Service, string? Staff, DateTimeOffset? Start);
}
