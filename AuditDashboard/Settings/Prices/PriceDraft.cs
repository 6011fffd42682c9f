namespace AuditDashboard.Settings.Prices;

/// <summary>A service's price while it is edited.</summary>
internal sealed class PriceDraft
{
    public string Name { get; set; } = "";

    public decimal? Roubles { get; set; }

    public bool IsEmpty => Name.Trim().Length == 0 && Roubles is null;

    public bool IsSound => Name.Trim().Length > 0 && IsMoney(Roubles) && Roubles is not null;

    /// <summary>Unknown, or an amount somebody could mean.</summary>
    public static bool IsMoney(decimal? roubles) => roubles is null or (>= 0 and <= 10_000_000);

    public static long? Kopecks(decimal? roubles) => roubles is { } amount ? (long)Math.Round(amount * 100) : null;

    public static decimal? RoublesOf(long? kopecks) => kopecks / 100m;
}
