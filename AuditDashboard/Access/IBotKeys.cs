using AuditDashboard.Foundation;

namespace AuditDashboard.Access;

/// <summary>Keys with which bots send events, for pages of other capabilities. Only an owner may; every change is in the journal.</summary>
public interface IBotKeys
{
    /// <summary>The live keys with scope <c>ingest</c>, the newest first.</summary>
    Task<IReadOnlyList<Line>> ListAsync(CancellationToken cancel);

    /// <summary>A new key with scope <c>ingest</c>. Refusals: <c>forbidden</c>, <c>name.missing</c>, <c>bot.invalid</c>.</summary>
    Task<Outcome<Issued>> IssueAsync(string name, string bot, string? branch, CancellationToken cancel);

    /// <summary>Refusals: <c>forbidden</c>, <c>key.unknown</c>.</summary>
    Task<Refusal?> RevokeAsync(string keyId, CancellationToken cancel);

    /// <param name="LastFour">By which a person recognises the key.</param>
    sealed record Line(string Id, string Name, string LastFour, string Bot, string? Branch);

    /// <param name="Key">The key itself: shown once, kept nowhere.</param>
    sealed record Issued(string Id, string Key);
}
