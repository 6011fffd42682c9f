using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Events;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>One thing on its way to the portal.</summary>
/// <param name="Event">Its content is null once retention or erasure took it.</param>
internal sealed record Delivery(OutboxRow Row, LinkRow Link, StoredEvent? Event, ConnectedPortal Portal)
{
    public EventContent? Content => Event?.Content;

    /// <summary>Nobody knows whether it arrived: look before writing.</summary>
    public bool IsUnknown { get; } = Row.State == OutboxRow.Unknown;

    /// <summary>It has been looked for often enough to be sent again.</summary>
    public bool IsSurelyAbsent => Row.Checks >= 2;

    /// <summary>Where the lead lives now: the deal it became, else itself.</summary>
    public (int EntityTypeId, long Id) Target => Link.DealId is { } deal ? (2, deal) : (Link.EntityTypeId, Link.PortalId ?? 0);

    public string Subject => $"{(Target.EntityTypeId == 2 ? "deal" : "lead")} {(Target.Id == 0 ? "?" : Target.Id)}";
}
