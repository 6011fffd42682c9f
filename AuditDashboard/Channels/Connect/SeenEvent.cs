using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Channels.Connect;

/// <summary>The first event as the check shows it: phones are masked, wherever they stand.</summary>
/// <param name="ClockIsWrong">Its <c>time</c> is more than five minutes ahead of ours.</param>
internal sealed record SeenEvent(
    string Type, string? Channel, string? ClientName, string? ClientAddress, string? Text, DateTimeOffset At, SessionId? Session, bool ClockIsWrong)
{
    public static SeenEvent Of(StoredEvent stored) => new(
        stored.Type, stored.Channel, stored.Content?.Client?.Name, stored.Content?.Client?.Id is { } address ? AddressMask.Of(address) : null, MaskedPhones.In(stored.Content?.Text),
        stored.OccurredAt, stored.SessionId, stored.Flags.HasFlag(EventFlags.ClockSkew));
}
