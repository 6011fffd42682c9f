namespace AuditDashboard.Retention.Rules;

/// <summary>How many days content is kept, by class. Aggregates, outcomes and proofs stay for ever.</summary>
/// <param name="Conversations">Words of messages, bookings, events; names, phones and addresses of clients who have been silent since.</param>
/// <param name="Calls">Calls and voice.</param>
/// <param name="Quarantine">Refused bodies, telemetry pieces, export files.</param>
internal sealed record RetentionDays(int Conversations, int Calls, int Quarantine)
{
    public const int Fewest = 7;
    public const int Most = 90;

    public bool IsSound => Sound(Conversations) && Sound(Calls) && Sound(Quarantine);

    public static RetentionDays All(int days) => new(days, days, days);

    public static bool Sound(int days) => days is >= Fewest and <= Most;
}
