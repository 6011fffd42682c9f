namespace AuditDashboard.Channels.Endpoints;

/// <summary>Switches an endpoint off (its calls hear 410) and on again.</summary>
internal sealed class PauseEndpoint(EndpointStore store, TimeProvider time)
{
    /// <summary>False when there is no such endpoint.</summary>
    public Task<bool> HandleAsync(string endpointId, bool paused, CancellationToken cancel) => store.ChangeAsync(
        endpointId,
        row => (row.PausedAt, row.ChangedByPerson) = (paused ? row.PausedAt ?? time.GetUtcNow() : null, true),
        cancel);
}
