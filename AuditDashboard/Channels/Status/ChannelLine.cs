using AuditDashboard.Channels.Health;
using AuditDashboard.Ingestion;

namespace AuditDashboard.Channels.Status;

/// <summary>One way in, for whoever only looks. Moments are UTC.</summary>
/// <param name="Kind">The endpoint's kind, or <c>key</c>.</param>
/// <param name="Endpoint">Empty for the events API.</param>
/// <param name="Branch">Its name; null = the organization.</param>
internal sealed record ChannelLine(
    string Kind, string Endpoint, string Bot, string Name, string? Branch, DateTimeOffset? LastAt, int Today, int RefusedToday, RefusedCalls.Refused? LastRefused, bool IsPaused,
    ConnectionHealth Health)
{
    public string Id => Endpoint.Length == 0 ? $"bot-{Bot}" : Endpoint;

    /// <summary>Nothing good came since the last refusal.</summary>
    public bool IsRefused => LastRefused is { } refused && (LastAt is null || LastAt < refused.At);
}
