using AuditDashboard.Bitrix24.Connect;
using AuditDashboard.Bitrix24.Status;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>The page of the exchange for one person.</summary>
/// <param name="MayAct">May send one thing again.</param>
/// <param name="Load">Share of the portal's bucket in use, 0 to 1.</param>
internal sealed record BitrixView(
    bool IsOwner, bool MayAct, BitrixStatus Status, PortalView? Portal, double Load, IReadOnlyList<GaugeView> Gauges, IReadOnlyList<DeliveryView> Waiting,
    IReadOnlyList<DeliveryView> Dead, IReadOnlyList<DeliveryView> Recent, IReadOnlyList<CallView> Calls, IReadOnlyList<PortalCheck> Checks);

/// <param name="Address">Without its secret.</param>
/// <param name="MovedFrom">The host it answered at before it was renamed.</param>
/// <param name="Words">What the portal said when it stopped taking anything.</param>
public sealed record PortalView(string Address, string? User, int Mode, string? MovedFrom, string? Words, MappingView Mapping);

/// <summary>What the owner can choose, and what is chosen.</summary>
/// <param name="LeadStages">Stages a lead can have: code and name.</param>
public sealed record MappingView(
    string Comments, string Duplicates, string Target, bool TakesPayments, IReadOnlyDictionary<string, string> Sources, IReadOnlyDictionary<string, string> LeadStages,
    IReadOnlyList<MappingView.Choice> AllSources, IReadOnlyList<MappingView.Choice> AllStages, IReadOnlyDictionary<string, string> Fields, long? BookingResource, bool HasBooking)
{
    public sealed record Choice(string Id, string Name);
}

/// <param name="Share">Share of the method's time budget in use, 0 to 1.</param>
public sealed record GaugeView(string Method, double Share, DateTimeOffset? ParkedUntil);

/// <summary>One delivery. Moments are UTC.</summary>
/// <param name="Url">The lead's page in the portal.</param>
public sealed record DeliveryView(
    long LinkId, long Position, string Kind, string EventType, string State, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset DueAt, DateTimeOffset? EndedAt, string? Code, string? Words,
    Guid? SessionId, long? PortalId, int EntityTypeId, string? Url)
{
    /// <summary>Its lead is not taken by the portal: it waits for a person, not for its time.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>One call in the journal.</summary>
/// <param name="TookMs">Milliseconds.</param>
public sealed record CallView(long Id, DateTimeOffset At, string Method, string? Subject, int Status, string Kind, string Code, int TookMs, double? Operating);
