namespace AuditDashboard.Channels.Endpoints;

/// <summary>
/// Writes down what a channel gave anew: a changed token, key or address. What is not given stays. A replaced <c>Secret</c> goes on counting for
/// 24 h like a rotated one; the channel's own keys change at once, because the channel signs with the new one at once.
/// </summary>
internal sealed class EnterMembers(EndpointStore store, EndpointSeal seal, TimeProvider time)
{
    /// <summary>False when there is no such endpoint.</summary>
    public Task<bool> HandleAsync(string endpointId, IReadOnlyDictionary<string, string> given, CancellationToken cancel) =>
        store.ChangeAsync(endpointId, row => Enter(row, given), cancel);

    /// <summary>False when there is no such endpoint; a member that is not there is no harm.</summary>
    public Task<bool> ForgetAsync(string endpointId, string member, CancellationToken cancel) =>
        store.ChangeAsync(endpointId, row => Forget(row, member), cancel);

    private void Forget(EndpointRow row, string member)
    {
        var members = new Dictionary<string, string>(seal.OpenMembers(row), StringComparer.OrdinalIgnoreCase);
        members.Remove(member);
        (row.SealedMembers, row.ChangedByPerson) = (seal.Seal(members), true);
    }

    private void Enter(EndpointRow row, IReadOnlyDictionary<string, string> given)
    {
        var members = new Dictionary<string, string>(seal.OpenMembers(row), StringComparer.OrdinalIgnoreCase);
        if (given.ContainsKey(EndpointShape.Secret) && members.TryGetValue(EndpointShape.Secret, out var old))
        {
            (row.SealedOldSecret, row.OldSecretUntil) = (seal.Seal(old), time.GetUtcNow() + RotateSecret.OldSecretLives);
        }

        foreach (var (name, value) in given)
        {
            members[name] = value;
        }

        (row.SealedMembers, row.ChangedByPerson) = (seal.Seal(members), true);
    }
}
