namespace AuditDashboard.Channels.Connect;

/// <summary>Whose first event a check waits for.</summary>
/// <param name="KeyIds">The bot's keys, for the events API.</param>
/// <param name="AfterSeq">Only events after this seq count.</param>
/// <param name="Since">UTC; only refusals from here on count.</param>
public sealed record CheckTarget(string Kind, string Bot, string? EndpointId, IReadOnlyList<string> KeyIds, long AfterSeq, DateTimeOffset Since)
{
    public bool IsByKey => EndpointId is null;
}
