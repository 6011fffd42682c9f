using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>What an owner does to an endpoint on a page. Refusals of all: <c>forbidden</c>, <c>endpoint.unknown</c>, <c>busy</c>, <c>storage</c>.</summary>
internal sealed class ChangeEndpoint(EndpointStore store, PauseEndpoint pause, RotateSecret rotate, NoteEndpointDeed note, TimeProvider time)
{
    public Task<Refusal?> PauseAsync(string endpointId, CancellationToken cancel) =>
        DoAsync("paused", endpointId, () => pause.HandleAsync(endpointId, true, cancel), cancel);

    public Task<Refusal?> ResumeAsync(string endpointId, CancellationToken cancel) =>
        DoAsync("resumed", endpointId, () => pause.HandleAsync(endpointId, false, cancel), cancel);

    /// <summary>The new secret, to be shown once; the old one goes on counting for 24 h.</summary>
    public async Task<Outcome<string>> RotateAsync(string endpointId, CancellationToken cancel)
    {
        string? secret = null;
        var refusal = await DoAsync("rotated", endpointId, async () => (secret = await rotate.HandleAsync(endpointId, cancel)) is not null, cancel);
        return refusal is null ? secret! : refusal;
    }

    /// <summary>Ends the endpoint for good: its next call finds nobody, and its secrets are gone.</summary>
    public Task<Refusal?> RevokeAsync(string endpointId, CancellationToken cancel) =>
        DoAsync("revoked", endpointId, () => store.ChangeAsync(endpointId, Revoke, cancel), cancel);

    private void Revoke(EndpointRow row)
    {
        (row.RevokedAt, row.ChangedByPerson) = (time.GetUtcNow(), true);
        (row.SealedMembers, row.SealedOldSecret, row.OldSecretUntil) = ("", null, null);
    }

    private async Task<Refusal?> DoAsync(string deed, string endpointId, Func<Task<bool>> act, CancellationToken cancel)
    {
        if (store.Find(endpointId) is null)
        {
            return new Refusal("endpoint.unknown");
        }

        return await note.HandleAsync(deed, endpointId, cancel) ?? (await act() ? null : new Refusal("endpoint.unknown"));
    }
}
