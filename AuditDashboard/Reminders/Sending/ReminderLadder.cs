using AuditDashboard.Channels;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Reminders.Reach;

namespace AuditDashboard.Reminders.Sending;

/// <param name="LastInboundAt">When the client last wrote to that bot there; null = never.</param>
internal sealed record ReminderRung(SendingEndpoint Endpoint, string Address, DateTimeOffset? LastInboundAt);

/// <summary>Where a client is written to: first where they last wrote, then by the salon's order, each channel once. Pure.</summary>
internal static class ReminderLadder
{
    private static readonly Dictionary<string, string> Channels = new(StringComparer.Ordinal)
    {
        ["tg"] = "telegram", ["max"] = "max", ["vk"] = "vk", ["wa"] = "whatsapp",
    };

    /// <summary>The next rung that has not failed; null when there is none.</summary>
    /// <param name="bot">The booking's: its endpoints go before those of others.</param>
    public static ReminderRung? Next(
        ReminderRow row, IReadOnlyList<string> addresses, IReadOnlyList<ReachRow> reaches, IReadOnlyList<SendingEndpoint> endpoints, IReadOnlyList<string> order, string bot, string? branch)
    {
        var rungs = addresses.Select(address => RungAt(address, reaches, endpoints, bot, branch)).OfType<ReminderRung>().ToList();
        var last = rungs.Where(rung => rung.LastInboundAt is not null).MaxBy(rung => rung.LastInboundAt)?.Endpoint.Channel;
        return rungs.Where(rung => !row.WasTried(rung.Endpoint.Channel) && (rung.Endpoint.Channel == last || order.Contains(rung.Endpoint.Channel)))
            .OrderBy(rung => rung.Endpoint.Channel == last ? -1 : order.IndexOf(rung.Endpoint.Channel)).ThenByDescending(rung => rung.LastInboundAt).FirstOrDefault();
    }

    private static ReminderRung? RungAt(string address, IReadOnlyList<ReachRow> reaches, IReadOnlyList<SendingEndpoint> endpoints, string bot, string? branch)
    {
        var colon = address.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || !Channels.TryGetValue(address[..colon], out var channel))
        {
            return null;
        }

        var written = reaches.Where(reach => reach.Address == address).ToList();
        var open = written.Where(reach => reach.BlockedAt is null).MaxBy(reach => reach.LastInboundAt);
        var endpoint = endpoints.Where(known => known.Channel == channel && !written.Exists(reach => reach.Bot == known.Bot && reach.BlockedAt is not null))
            .OrderByDescending(known => known.Id == open?.Endpoint).ThenByDescending(known => known.Bot == open?.Bot)
            .ThenByDescending(known => known.Bot == bot).ThenByDescending(known => known.Branch == branch).FirstOrDefault();
        return endpoint is null ? null : new ReminderRung(endpoint, address, written.Find(reach => reach.Bot == endpoint.Bot)?.LastInboundAt);
    }

    private static int IndexOf(this IReadOnlyList<string> order, string channel)
    {
        var place = 0;
        while (place < order.Count && order[place] != channel)
        {
            place++;
        }

        return place;
    }
}
