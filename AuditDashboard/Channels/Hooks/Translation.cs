using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Hooks;

/// <summary>The events in a call; or why there are none to be had. No events and no reason: nothing worth keeping.</summary>
/// <param name="Unreadable">The last part of <c>/problems/…</c>; the body goes to quarantine.</param>
internal sealed record Translation(IReadOnlyList<OfferedEvent> Events, string? Unreadable = null)
{
    public static readonly Translation Nothing = new([]);

    public static Translation NotRead(string code) => new([], code);
}
