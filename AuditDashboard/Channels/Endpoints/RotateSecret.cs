namespace AuditDashboard.Channels.Endpoints;

/// <summary>Gives an endpoint a new secret; the old one goes on counting for 24 h, so that nothing is lost while the bot is being told.</summary>
internal sealed class RotateSecret(EndpointStore store, EndpointSeal seal, TimeProvider time)
{
    public static readonly TimeSpan OldSecretLives = TimeSpan.FromHours(24);

    /// <summary>The new secret, to be shown once; null when there is no such endpoint.</summary>
    public async Task<string?> HandleAsync(string endpointId, CancellationToken cancel)
    {
        var secret = "";
        var found = await store.ChangeAsync(endpointId, row => secret = Rotate(row), cancel);
        return found ? secret : null;
    }

    private string Rotate(EndpointRow row)
    {
        var members = new Dictionary<string, string>(seal.OpenMembers(row), StringComparer.OrdinalIgnoreCase);
        var secret = NewEndpoint.SecretFor(row.Kind);
        row.SealedOldSecret = members.TryGetValue("Secret", out var old) ? seal.Seal(old) : null;
        row.OldSecretUntil = time.GetUtcNow() + OldSecretLives;
        members["Secret"] = secret;
        row.SealedMembers = seal.Seal(members);
        row.ChangedByPerson = true;
        return secret;
    }
}
