using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Api;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;
using AuditDashboard.Ui;

namespace AuditDashboard.Reminders.Board;

/// <summary>Reads the page of bookings: the viewer's branches, a tab, grouped by day, branch and master.</summary>
internal sealed class BoardQuery(BookingsQuery bookings, BoardNotes notes, BoardFiguresQuery figures, ICurrentViewer viewers, ISettings settings, SalonClock clock)
{
    private const int Most = 300;

    public async Task<BoardView> RunAsync(string tab, string? branch, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        var branches = settings.Salon.Branches.Where(known => viewer.MaySee(known.Code)).Select(known => new BranchOption(known.Code, known.Name)).ToList();
        var counts = new Dictionary<string, int>();
        foreach (var name in BoardTab.Shown(tab).Where(name => !BoardNotes.Has(name)))
        {
            counts[name] = await bookings.CountAsync(BoardFilters.Of(name, branch, viewer, clock), cancel);
        }

        var (views, noted) = BoardNotes.Has(tab)
            ? await notes.RunAsync(tab, branch, viewer.Branches, cancel)
            : (await bookings.RunAsync(BoardFilters.Of(tab, branch, viewer, clock), 0, Most, cancel), new Dictionary<string, LineNote>());
        counts["tasks"] = tab == "tasks" ? views.Count : await notes.CountTasksAsync(branch, viewer.Branches, cancel);
        counts["risk"] = tab == "risk" ? views.Count : 0;
        return new BoardView(
            await figures.RunAsync(branch, viewer.Branches, cancel), counts, Days(tab, views, noted), branches, viewer.Role != "auditor",
            counts.Values.Any(count => count > 0) || await bookings.CountAsync(new BookingsFilter(Branches: viewer.Branches), cancel) > 0, counts[tab] > views.Count)
        {
            Notes = noted,
        };
    }

    /// <summary>Null where there is no such booking or the viewer may not see it.</summary>
    public async Task<BookingView?> FindAsync(string key, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        return await bookings.FindAsync(key, null, cancel) is { } view && viewer.MaySee(view.Booking.Branch) ? view : null;
    }

    private List<BoardDay> Days(string tab, IReadOnlyList<BookingView> views, IReadOnlyDictionary<string, LineNote> noted)
    {
        var days = views.Select(view => (Line: LineOf(view), view.Booking)).GroupBy(item => DateOnly.FromDateTime(item.Line.Wall)).Select(day => new BoardDay(day.Key, tab == "risk"
            ? [new BoardGroup("", "", [.. day.Select(item => item.Line).OrderByDescending(line => noted[line.Key].Points).ThenBy(line => line.StartAt)])]
            : [.. day.GroupBy(item => (item.Booking.Branch, item.Booking.Staff))
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
