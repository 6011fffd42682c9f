namespace AuditDashboard.Bitrix24.Sending;

/// <summary>When something is tried again (bitrix24.md section 15). Pure.</summary>
internal static class Backoff
{
    /// <summary>Tries that count, after which a person must look.</summary>
    public const int MostAttempts = 6;

    /// <summary>Older than this it waits for a person, whatever the tries.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromHours(72);

    public static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(30);

    /// <summary>A wait that the portal's limits ask for is kept to up to this; a longer one is asked about again.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan[] Steps =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6),
    ];

    public static TimeSpan After(int attempts) => Steps[Math.Clamp(attempts, 0, Steps.Length - 1)];
}
