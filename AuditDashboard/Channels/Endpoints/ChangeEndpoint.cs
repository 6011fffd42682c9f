using AuditDashboard.Channels.Forwarding;
using AuditDashboard.Channels.Noticing;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>What an owner does to an endpoint on a page. Refusals of all: <c>forbidden</c>, <c>endpoint.unknown</c>, <c>busy</c>, <c>storage</c>.</summary>
internal sealed class ChangeEndpoint(EndpointStore store, PauseEndpoint pause, RotateSecret rotate, EnterMembers enter, NoteEndpointDeed note, TimeProvider time)
{
    public Task<Refusal?> PauseAsync(string endpointId, CancellationToken cancel) =>
        DoAsync("paused", endpointId, () => pause.HandleAsync(endpointId, true, cancel), cancel);

    public Task<Refusal?> ResumeAsync(string endpointId, CancellationToken cancel) =>
        DoAsync("resumed", endpointId, () => pause.HandleAsync(endpointId, false, cancel), cancel);

    /// <summary>The new secret, to be shown once; the old one goes on counting for 24 h. Also <c>kind.unknown</c>: the secret is the channel's own.</summary>
    public async Task<Outcome<string>> RotateAsync(string endpointId, CancellationToken cancel)
    {
        if (store.Find(endpointId) is { } endpoint && EndpointShape.Of(endpoint.Kind) is not { CanRotate: true })
        {
            return new Refusal("kind.unknown");
        }

        string? secret = null;
        var refusal = await DoAsync("rotated", endpointId, async () => (secret = await rotate.HandleAsync(endpointId, cancel)) is not null, cancel);
        return refusal is null ? secret! : refusal;
    }

    /// <summary>Writes down what the channel gave anew; what is left empty stays. Also <c>member.invalid</c>, with the member's name.</summary>
    public async Task<Refusal?> EnterAsync(string endpointId, IReadOnlyDictionary<string, string> typed, CancellationToken cancel)
    {
        if (store.Find(endpointId) is not { } endpoint || EndpointShape.Of(endpoint.Kind) is not { } shape)
        {
            return new Refusal("endpoint.unknown");
        }

        var given = GivenMembers.Of(shape, typed);
        return GivenMembers.Judge(shape, given, endpoint.Members)
            ?? (given.Count == 0 ? null : await DoAsync("entered", endpointId, () => enter.HandleAsync(endpointId, given, cancel), cancel));
    }

    /// <summary>Calls of this endpoint go no further: they are stored and answered by us.</summary>
    public Task<Refusal?> StopForwardingAsync(string endpointId, CancellationToken cancel) =>
        DoAsync("unforwarded", endpointId, () => enter.ForgetAsync(endpointId, ForwardAddress.Member, cancel), cancel);

    /// <summary>The bot is told nothing any more.</summary>
    public Task<Refusal?> StopNoticesAsync(string endpointId, CancellationToken cancel) =>
        DoAsync("unnoticed", endpointId, () => enter.ForgetAsync(endpointId, NoticeAddress.Member, cancel), cancel);

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
