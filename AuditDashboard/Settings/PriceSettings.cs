namespace AuditDashboard.Settings;

/// <summary>What things cost, where bookings do not say it themselves: a booking's own price wins. Money in kopecks.</summary>
/// <param name="AverageKopecks">The average cheque, where no booking has a price; null = unknown.</param>
/// <param name="MinuteKopecks">A minute of a person at the desk; null = unknown.</param>
public sealed record PriceSettings(IReadOnlyList<PriceSettings.Price> Services, long? AverageKopecks, long? MinuteKopecks)
{
    public static readonly PriceSettings None = new([], null, null);

    /// <param name="Name">As bookings name it; letter case does not matter.</param>
    public sealed record Price(string Name, long Kopecks);

    /// <summary>The price of a service; null where nobody set one.</summary>
    public long? Of(string? service) =>
        service is null ? null : Services.FirstOrDefault(known => string.Equals(known.Name, service.Trim(), StringComparison.OrdinalIgnoreCase))?.Kopecks;
}
