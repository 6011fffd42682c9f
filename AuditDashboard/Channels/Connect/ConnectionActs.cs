using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Connect;

/// <summary>What the buttons of a card do; a change that has begun is not given up when the viewer leaves.</summary>
internal sealed class ConnectionActs(ChangeEndpoint change, IEventReader events, TimeProvider time)
{
    public Task<Outcome<string>> RotateAsync(string endpointId) => change.RotateAsync(endpointId, CancellationToken.None);

    public Task<Refusal?> EnterAsync(string endpointId, IReadOnlyDictionary<string, string> typed) => change.EnterAsync(endpointId, typed, CancellationToken.None);

    public Task<Refusal?> PauseAsync(string endpointId) => change.PauseAsync(endpointId, CancellationToken.None);

    public Task<Refusal?> ResumeAsync(string endpointId) => change.ResumeAsync(endpointId, CancellationToken.None);

    public Task<Refusal?> StopForwardingAsync(string endpointId) => change.StopForwardingAsync(endpointId, CancellationToken.None);

    public Task<Refusal?> StopNoticesAsync(string endpointId) => change.StopNoticesAsync(endpointId, CancellationToken.None);

    public Task<Refusal?> RevokeAsync(string endpointId) => change.RevokeAsync(endpointId, CancellationToken.None);

    /// <summary>A check that waits for the next event from now on.</summary>
    public async Task<CheckTarget> WaitAsync(Connection connection) => new(
        connection.Kind, connection.Bot, connection.EndpointId, [.. connection.Keys.Select(line => line.Id)],
        await events.LastSeqAsync(CancellationToken.None), time.GetUtcNow());
}
