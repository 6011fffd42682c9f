using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations;

/// <summary>Which sessions: every member that is set narrows.</summary>
/// <param name="From">Inclusive, by the session's start; <paramref name="To"/> is exclusive. UTC.</param>
/// <param name="Branches">Only these branches (what a manager may see); null = all.</param>
/// <param name="Outcome">A word of <see cref="SessionSummary.Outcome"/>, or <c>complaint</c>, <c>escalated</c>, <c>human</c>, <c>slow</c>.</param>
/// <param name="Query">Part of the client's name, the last digits of the phone, a lead number, or words of one message, each from its beginning; at least 2 characters.</param>
public sealed record SessionFilter(
    DateTimeOffset? From = null, DateTimeOffset? To = null, string? Channel = null, string? Branch = null,
    IReadOnlyCollection<string>? Branches = null, string? Outcome = null, string? Query = null)
{
    /// <summary>What one of the client's messages was understood as.</summary>
    public string? Intent { get; init; }

    public string? Model { get; init; }

    public string? Scenario { get; init; }

    /// <summary>One of the client's messages was understood with less than this, 0..1.</summary>
    public double? ConfidenceBelow { get; init; }

    /// <summary><see cref="SessionSummary.ResponseMs"/> above this, in milliseconds.</summary>
    public long? ResponseAboveMs { get; init; }

    public bool HasCall { get; init; }

    public bool HasHuman { get; init; }
}

/// <summary>Reads sessions; the newest activity first.</summary>
public interface ISessions
{
    Task<IReadOnlyList<SessionSummary>> ListAsync(SessionFilter filter, int skip, int take, CancellationToken cancel);

    Task<int> CountAsync(SessionFilter filter, CancellationToken cancel);

    /// <summary>What <see cref="CountAsync"/> says with each of these outcomes in the place of the filter's own (empty = any), in one pass where it can.</summary>
    Task<IReadOnlyDictionary<string, int>> CountEachAsync(SessionFilter filter, IReadOnlyCollection<string> outcomes, CancellationToken cancel);

    /// <summary>What sessions can be narrowed to, each in alphabetical order.</summary>
    Task<Traits> TraitsAsync(CancellationToken cancel);

    Task<SessionSummary?> FindAsync(SessionId sessionId, CancellationToken cancel);

    /// <summary>The other sessions of the same client (all merged records), the newest first.</summary>
    Task<IReadOnlyList<SessionSummary>> OfClientAsync(ClientId clientId, CancellationToken cancel);

    /// <summary>Names that sessions carry, as bots sent them.</summary>
    sealed record Traits(IReadOnlyList<string> Intents, IReadOnlyList<string> Models, IReadOnlyList<string> Scenarios);
}
