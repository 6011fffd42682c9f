namespace AuditDashboard.Channels.Endpoints;

/// <summary>One address a channel calls, with its secrets in clear: never logged, never shown, never sent to a page.</summary>
/// <param name="Members">The kind's own members of http-api.md section 4 (<c>Secret</c>, <c>BotToken</c>, <c>ApiBaseUrl</c> …), names in any case.</param>
/// <param name="OldSecret">The secret before the last rotation.</param>
/// <param name="OldSecretUntil">Until when it still counts.</param>
internal sealed record ChannelEndpoint(
    string Id, string Kind, string Name, string Bot, string? Branch, IReadOnlyDictionary<string, string> Members,
    bool IsPaused = false, string? OldSecret = null, DateTimeOffset? OldSecretUntil = null)
{
    public string? Member(string name) => Members.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>Every secret that counts at this moment: the present one, the provisioned previous one, the rotated one for 24 h.</summary>
    public IEnumerable<string> Secrets(DateTimeOffset now)
    {
        string?[] all = [Member("Secret"), Member("PreviousSecret"), now < OldSecretUntil ? OldSecret : null];
        return all.OfType<string>();
    }

    // A record prints its members; this one must not.
    public override string ToString() => $"{Kind} endpoint {Id}";
}
