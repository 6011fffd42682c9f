using AuditDashboard.Reminders.Api;
using AuditDashboard.Reminders.Risk;
using AuditDashboard.Reminders.Tasks;

namespace AuditDashboard.Reminders.Board;

/// <summary>What stands under a booking: what there is to do about it, or why it is doubtful.</summary>
public sealed record LineNote(IReadOnlyList<LineTask> Tasks, int Points, IReadOnlyList<LineReason> Reasons);

/// <param name="Kind">call | move | check</param>
/// <param name="Reason">A short word.</param>
public sealed record LineTask(string Id, string Kind, string Reason);

/// <param name="Key">Of the words; <paramref name="Number"/> fills them.</param>
public sealed record LineReason(string Key, int Points, int Number);

/// <summary>The tabs whose bookings come with a note: tasks of staff, and whom to call in the morning.</summary>
internal sealed class BoardNotes(OpenTasksQuery tasks, RiskQuery risk)
{
    private static readonly Dictionary<string, LineNote> None = [];

    public static bool Has(string tab) => tab is "tasks" or "risk";

    public async Task<int> CountTasksAsync(string? branch, IReadOnlyCollection<string>? branches, CancellationToken cancel) =>
        (await tasks.RunAsync(branch, branches, cancel)).Select(open => open.View.Booking.Key).Distinct().Count();

    /// <summary>In the order in which they shall be done.</summary>
    public async Task<(IReadOnlyList<BookingView> Views, IReadOnlyDictionary<string, LineNote> Notes)> RunAsync(
        string tab, string? branch, IReadOnlyCollection<string>? branches, CancellationToken cancel)
    {
        if (tab == "risk")
        {
            var visits = await risk.RunAsync(branch, branches, cancel);
            return ([.. visits.Select(visit => visit.View)], visits.ToDictionary(
                visit => visit.View.Booking.Key,
                visit => new LineNote([], visit.Score.Points, [.. visit.Score.Reasons.Select(reason => new LineReason(reason.Key, reason.Points, reason.Number))])));
        }

        if (tab != "tasks")
        {
            return ([], None);
        }

        var open = (await tasks.RunAsync(branch, branches, cancel)).GroupBy(task => task.View.Booking.Key).ToList();
        return ([.. open.Select(of => of.First().View)], open.ToDictionary(
            of => of.Key, of => new LineNote([.. of.Select(one => new LineTask(one.Task.Id, one.Task.Kind, one.Task.Reason))], 0, [])));
    }
}
