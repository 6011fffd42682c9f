using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Api;

namespace AuditDashboard.Reminders.Board;

/// <summary>Which bookings a tab shows to a viewer.</summary>
internal static class BoardFilters
{
    public static BookingsFilter Of(string tab, string? branch, Viewer viewer, SalonClock clock)
    {
        var (now, today) = (clock.Now.ToUniversalTime(), clock.Today);
        var filter = new BookingsFilter(Branch: branch, Branches: viewer.Branches);
        return tab switch
        {
            "pending" => filter with { From = now, To = clock.StartOf(today.AddDays(3)), IsPending = true },
            "tomorrow" => filter with { From = clock.StartOf(today.AddDays(1)), To = clock.StartOf(today.AddDays(2)), IsPending = true, OnlyStanding = true },
            "noshow" => filter with { From = clock.StartOf(today.AddDays(-30)), To = now, Status = "no_show", NewestFirst = true },
            "moved" => filter with { From = clock.StartOf(today.AddDays(-7)), OnlyMoved = true },
            _ => filter with { From = clock.StartOf(today), To = clock.StartOf(today.AddDays(14)), OnlyStanding = true },
        };
    }
}
