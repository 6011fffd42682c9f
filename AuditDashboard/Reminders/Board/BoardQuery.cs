using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Api;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;
using AuditDashboard.Ui;

namespace AuditDashboard.Reminders.Board;

/// <summary>Reads the page of bookings: the viewer's branches, a tab, grouped by day, branch and master.</summary>
internal sealed class BoardQuery(BookingsQuery bookings, BoardFiguresQuery figures, ICurrentViewer viewers, ISettings settings, SalonClock clock)
{
    private const int Most = 300;

    public async Task<BoardView> RunAsync(string tab, string? branch, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        var branches = settings.Salon.Branches.Where(known => viewer.MaySee(known.Code)).Select(known => new BranchOption(known.Code, known.Name)).ToList();
        var counts = new Dictionary<string, int>();
        foreach (var name in BoardTab.All)
        {
            counts[name] = await bookings.CountAsync(FilterOf(name, branch, viewer), cancel);
        }

        var views = await bookings.RunAsync(FilterOf(tab, branch, viewer), 0, Most, cancel);
        return new BoardView(
            await figures.RunAsync(branch, viewer.Branches, cancel), counts, Days(tab, views), branches, viewer.Role != "auditor",
            counts.Values.Any(count => count > 0) || await bookings.CountAsync(new BookingsFilter(Branches: viewer.Branches), cancel) > 0, counts[tab] > views.Count);
    }

    /// <summary>Null where there is no such booking or the viewer may not see it.</summary>
    public async Task<BookingView?> FindAsync(string key, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        return await bookings.FindAsync(key, null, cancel) is { } view && viewer.MaySee(view.Booking.Branch) ? view : null;
    }

    private BookingsFilter FilterOf(string tab, string? branch, Viewer viewer)
    {
        var (now, today) = (clock.Now.ToUniversalTime(), clock.Today);
        var filter = new BookingsFilter(Branch: branch, Branches: viewer.Branches);
        return tab switch
        {
            "pending" => filter with { From = now, To = clock.StartOf(today.AddDays(3)), IsPending = true },
            "noshow" => filter with { From = clock.StartOf(today.AddDays(-30)), To = now, Status = "no_show", NewestFirst = true },
            "moved" => filter with { From = clock.StartOf(today.AddDays(-7)), OnlyMoved = true },
            _ => filter with { From = clock.StartOf(today), To = clock.StartOf(today.AddDays(14)), OnlyStanding = true },
        };
    }

    private List<BoardDay> Days(string tab, IReadOnlyList<BookingView> views)
    {
        var days = views.Select(view => (Line: LineOf(view), view.Booking)).GroupBy(item => DateOnly.FromDateTime(item.Line.Wall))
            .Select(day => new BoardDay(day.Key, [.. day.GroupBy(item => (item.Booking.Branch, item.Booking.Staff))
                .OrderBy(group => settings.Salon.NameOf(group.Key.Branch), StringComparer.CurrentCulture).ThenBy(group => group.Key.Staff, StringComparer.CurrentCulture)
                .Select(group => new BoardGroup(settings.Salon.NameOf(group.Key.Branch), group.Key.Staff, [.. group.Select(item => item.Line).OrderBy(line => line.StartAt)]))]));
        return [.. tab == "noshow" ? days.OrderByDescending(day => day.Date) : days.OrderBy(day => day.Date)];
    }

    private static BoardLine LineOf(BookingView view)
    {
        var row = view.Booking;
        return new BoardLine(
            row.Key, row.ClientId, view.ClientName, PhoneMask.Of(view.ClientPhone), row.Channel, row.Service, WallClock.Parse(row.Wall), row.StartAt, row.CreatedAt, row.Plan, row.Fact,
            row.AnsweredAt, row.WantsMove, row.Conflict, row.Moves, row.MovedFrom is { } from ? WallClock.Of(from, TimeZoneInfo.FindSystemTimeZoneById(row.Zone)) : null, row.IsSilent, row.Zone,
            [.. view.Reminders.Where(reminder => reminder.Version == row.Version && reminder.State != "void").Select(reminder => new BoardReminder(reminder.Rule, reminder.State, reminder.DueAt, reminder.SentAt))]);
    }
}
