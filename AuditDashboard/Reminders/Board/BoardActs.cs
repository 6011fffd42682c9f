using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Api;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Rules;

namespace AuditDashboard.Reminders.Board;

/// <summary>What staff can say about a booking on its page. The page is not the guard: who may act is asked here.</summary>
internal sealed class BoardActs(BoardQuery board, TellBooking telling, HeldActs held, ICurrentViewer viewers, IAccessJournal journal, Pulse<AppointmentsChanged> changed)
{
    public static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["confirm"] = EventTypes.BookingConfirmed, ["cancel"] = EventTypes.BookingCancelled, ["came"] = EventTypes.BookingAttended, ["noshow"] = EventTypes.BookingNoShow,
    };

    /// <summary>Says it in 8 s, unless it is taken back.</summary>
    /// <param name="act">One of <see cref="Types"/>.</param>
    /// <returns>The way back, or why not. Refusals: <c>forbidden</c>, <c>gone</c>.</returns>
    public async Task<Outcome<Func<bool>>> HoldAsync(string key, string act, CancellationToken cancel)
    {
        var (booking, by, refusal) = await OpenAsync(key, cancel);
        return booking is null ? refusal! : held.Hold(() => SayAsync(booking, Types[act], null, by));
    }

    /// <summary>Moves it at once, since the client must hear of it. Refusals: also <c>past</c>, <c>same</c>.</summary>
    /// <param name="wall">By the clock in the branch.</param>
    public async Task<Refusal?> MoveAsync(string key, DateTime wall, DateTimeOffset now, CancellationToken cancel)
    {
        var (booking, by, refusal) = await OpenAsync(key, cancel);
        if (booking is null)
        {
            return refusal;
        }

        var start = WallClock.MomentOf(wall, TimeZoneInfo.FindSystemTimeZoneById(booking.Zone));
        return start <= now ? new Refusal("past") : start == booking.StartAt ? new Refusal("same") : await SayAsync(booking, EventTypes.BookingRescheduled, start, by);
    }

    private async Task<(AppointmentRow? Booking, string By, Refusal? Refusal)> OpenAsync(string key, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (viewer.Role == "auditor")
        {
            return (null, "", new Refusal("forbidden"));
        }

        if (await board.FindAsync(key, cancel) is not { } view)
        {
            return (null, "", new Refusal("gone"));
        }

        await journal.WriteAsync("booking.marked", key, null, cancel);
        return (view.Booking, viewer.UserId, null);
    }

    private async Task<Refusal?> SayAsync(AppointmentRow booking, string type, DateTimeOffset? start, string by)
    {
        var refusal = await telling.HandleAsync(booking, type, start, by, CancellationToken.None);
        changed.Send(new AppointmentsChanged());
        return refusal;
    }
}
