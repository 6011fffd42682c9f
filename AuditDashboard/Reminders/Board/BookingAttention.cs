using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Api;
using AuditDashboard.Reminders.Tasks;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.Board;

/// <summary>What the start page says about bookings: who of tomorrow has not answered, and whom to call.</summary>
internal static class BookingAttention
{
    public static readonly AttentionItem Unconfirmed = new(20, ReadUnconfirmedAsync);
    public static readonly AttentionItem Calls = new(15, ReadCallsAsync);

    private static async Task<Attention?> ReadUnconfirmedAsync(IServiceProvider circuit, CancellationToken cancel)
    {
        var viewer = await circuit.GetRequiredService<ICurrentViewer>().GetAsync();
        var (clock, bookings, text) = (circuit.GetRequiredService<SalonClock>(), circuit.GetRequiredService<BookingsQuery>(), circuit.GetRequiredService<IStringLocalizer<RemindersText>>());
        var tomorrow = BoardFilters.Of("tomorrow", null, viewer, clock);
        var open = await bookings.CountAsync(tomorrow, cancel);
        var all = await bookings.CountAsync(tomorrow with { IsPending = false }, cancel);
        return new Attention(open, text["AttentionTomorrow"], text["AttentionOfAll", all], Tone.Warn, "bookings?f=tomorrow");
    }

    private static async Task<Attention?> ReadCallsAsync(IServiceProvider circuit, CancellationToken cancel)
    {
        var viewer = await circuit.GetRequiredService<ICurrentViewer>().GetAsync();
        var open = await circuit.GetRequiredService<OpenTasksQuery>().RunAsync(null, viewer.Branches, cancel);
        if (open.Count == 0)
        {
            return null;
        }

        var (clock, text) = (circuit.GetRequiredService<SalonClock>(), circuit.GetRequiredService<IStringLocalizer<RemindersText>>());
        return new Attention(
            open.Select(task => task.View.Booking.Key).Distinct().Count(), text["AttentionCalls"], text["AttentionFirst", Formats.Duration(open[0].Task.Until - clock.Now)], Tone.Bad, "bookings?f=tasks");
    }
}
