using System.Globalization;
using AuditDashboard.Foundation;

namespace AuditDashboard.Notices.Sending;

/// <summary>How long a notice rests after a try that failed: the delays Standard Webhooks suggests (standards.md section 1.1), 75.5 h in all.</summary>
internal static class RetryDelays
{
    private static readonly TimeSpan[] After =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10),
        TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    private static readonly TimeSpan Longest = After[^1];

    /// <summary>Up to a tenth longer than the delay, by the notice's name: a bot that was away is not told everything in one moment.</summary>
    /// <param name="attempts">Tries so far, at least 1; from the tenth on a day lies between them.</param>
    /// <param name="wanted">What the bot asked for (<c>Retry-After</c>); it counts where it is longer, and never beyond a day.</param>
    public static TimeSpan Of(string noticeId, int attempts, TimeSpan? wanted)
    {
        var delay = After[Math.Min(attempts, After.Length) - 1];
        var jitter = int.Parse(DedupeKey.Digest($"{noticeId}\n{attempts}", 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 65536.0;
        delay *= 1 + (jitter / 10);
        return wanted > delay ? (wanted.Value < Longest ? wanted.Value : Longest) : delay;
    }
}
