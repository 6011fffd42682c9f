namespace AuditDashboard.Bitrix24.Portal;

/// <summary>What the owner decides about the portal (bitrix24.md section 15, field mapping).</summary>
internal sealed record PortalSettings
{
    /// <summary>none | digest | full</summary>
    public string Comments { get; init; } = "digest";

    /// <summary>auto | lead | deal</summary>
    public string Target { get; init; } = "auto";

    /// <summary>attach (to an open lead of the same phone) | contact (only link the contact) | off</summary>
    public string Duplicates { get; init; } = "attach";

    /// <summary>Payments become the sum of the lead.</summary>
    public bool TakesPayments { get; init; }

    /// <summary>Our channel -> the portal's source.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>();

    /// <summary>Our event's type -> the lead's stage; an empty text moves nothing.</summary>
    public IReadOnlyDictionary<string, string> LeadStages { get; init; } = new Dictionary<string, string>
    {
        ["booking.created"] = "IN_PROCESS", ["booking.confirmed"] = "PROCESSED",
    };

    /// <summary>Our event's type -> the deal's stage.</summary>
    public IReadOnlyDictionary<string, string> DealStages { get; init; } = new Dictionary<string, string>
    {
        ["booking.created"] = "PREPARATION", ["booking.confirmed"] = "EXECUTING",
    };

    /// <summary>Our fact (session, channel, scenario, model, replay) -> the field of the portal; one that is absent goes to the field we made.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>The resource of online booking that our bookings take; null keeps them out of it.</summary>
    public long? BookingResource { get; init; }

    /// <summary>Minutes a person has for a complaint or an escalation.</summary>
    public int TodoMinutes { get; init; } = 15;
}
