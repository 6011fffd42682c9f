using System.Collections.Concurrent;
using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence.Pack;

/// <summary>Reasons typed on a page, between the click and the download: they may name people, so they never stand in an address.</summary>
internal sealed class PackReasons(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, (string Reason, DateTimeOffset Until)> _reasons = new(StringComparer.Ordinal);

    /// <returns>A ticket that counts once.</returns>
    public string Keep(string reason)
    {
        var now = time.GetUtcNow();
        foreach (var (old, _) in _reasons.Where(kept => kept.Value.Until < now))
        {
            _reasons.TryRemove(old, out _);
        }

        var ticket = Secrets.Token(24);
        _reasons[ticket] = (reason, now + Kept);
        return ticket;
    }

    public string? Take(string? ticket) =>
        ticket is not null && _reasons.TryRemove(ticket, out var kept) && kept.Until >= time.GetUtcNow() ? kept.Reason : null;
}
