using AuditDashboard.Conversations;
using AuditDashboard.Settings;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>What counting depends on beside the story: the owner's goals and prices.</summary>
/// <param name="ThresholdMs">K1: a wait of exactly this is still in time.</param>
internal sealed record CountingRules(long ThresholdMs, PriceSettings Prices)
{
    public static readonly CountingRules Usual = new(GoalSettings.Usual.ResponseMs, PriceSettings.None);

    /// <summary>The booking's own price, else that of its service, in kopecks; null where nobody knows.</summary>
    public long? PriceOf(BookingStory booking) => booking.PriceKopecks
        ?? Prices.Of(booking.Events.Select(item => item.Content.Booking?.Service).LastOrDefault(service => service is not null));
}
