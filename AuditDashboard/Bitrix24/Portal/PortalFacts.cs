namespace AuditDashboard.Bitrix24.Portal;

/// <summary>What the portal told of itself when it was asked last.</summary>
internal sealed record PortalFacts
{
    public static readonly PortalFacts Unknown = new();

    /// <summary>1 classic, 2 simple CRM.</summary>
    public int Mode { get; init; } = 1;

    public bool IsAdmin { get; init; }

    public string? UserName { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Our own fields that exist there.</summary>
    public IReadOnlyList<string> UserFields { get; init; } = [];

    public IReadOnlyList<Status> LeadStages { get; init; } = [];

    public IReadOnlyList<Status> DealStages { get; init; } = [];

    public IReadOnlyList<Status> Sources { get; init; } = [];

    public bool HasBooking { get; init; }

    /// <summary>How far the portal's clock is ahead of ours, in seconds.</summary>
    public long SkewSeconds { get; init; }

    public IReadOnlyList<Status> StagesOf(int entityTypeId) => entityTypeId == 2 ? DealStages : LeadStages;

    /// <param name="Semantics">S won, F lost, null in work.</param>
    internal sealed record Status(string Id, string Name, int Sort, string? Semantics);
}
