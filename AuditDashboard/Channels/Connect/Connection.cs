using AuditDashboard.Access;
using AuditDashboard.Channels.Health;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Connect;

/// <summary>One way in as its card shows it: a bot with its keys, or an endpoint. Moments are UTC.</summary>
/// <param name="Kind">The endpoint's kind, or <see cref="ByKey"/>.</param>
/// <param name="EndpointId">Null for a bot that calls the events API.</param>
/// <param name="Branch">Name of the branch that counts where an event names none; null = the organization.</param>
/// <param name="LastSeq">Seq of the newest event; 0 = none yet.</param>
/// <param name="Hours">Events of the last 24 hours by hour, the present one last.</param>
/// <param name="OldSecretUntil">Until when the secret before the last rotation counts.</param>
public sealed record Connection(
    string Kind, string? EndpointId, string Bot, string Name, string? Branch, IReadOnlyList<IBotKeys.Line> Keys, long LastSeq, DateTimeOffset? LastAt,
    int Today, IReadOnlyList<int> Hours, int RefusedToday, RefusedCalls.Refused? LastRefused, bool IsPaused, DateTimeOffset? OldSecretUntil, ConnectionHealth Health)
{
    public static readonly string ByKey = "key";

    /// <summary>Host of the bot that calls are passed on to (its path may be secret); null = nothing is passed on.</summary>
    public string? ForwardsTo { get; init; }

    /// <summary>Host of the bot that is told things, signed; null = it is told nothing.</summary>
    public string? NoticesTo { get; init; }

    public string Id => EndpointId ?? $"bot-{Bot}";

    /// <summary>Nothing good came since the last refusal.</summary>
    public bool IsTroubled => LastRefused is { } refused && (LastAt is null || LastAt < refused.At);
}

/// <summary>Everything that is connected, and what strangers tried today.</summary>
/// <param name="Strangers">Calls with an unknown key or to an unknown address since the salon's midnight.</param>
internal sealed record Connections(IReadOnlyList<Connection> All, int Strangers, DateTimeOffset? LastStrangerAt);
