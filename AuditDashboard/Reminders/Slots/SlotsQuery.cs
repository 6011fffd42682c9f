using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Slots;

/// <summary>Reads freed hours of the next days, and who found no time lately (K16 <c>no_slot</c>).</summary>
internal sealed class SlotsQuery(IDbContextFactory<AuditDbContext> databases, WaitingList waitingList, ICurrentViewer viewers, ISettings settings, SalonClock clock)
{
    private const int Days = 30;
    private const int Most = 20;

    public async Task<SlotsView> RunAsync(string? branch, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        var now = clock.Now.ToUniversalTime();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var (from, to, branches) = (clock.StartOf(clock.Today.AddDays(1 - Days)), clock.StartOf(clock.Today.AddDays(8)), viewer.Branches);
        var bookings = await db.Set<AppointmentRow>().AsNoTracking()
            .Where(row => row.StartAt >= from && row.StartAt < to && (branch == null || row.Branch == branch) && (branches == null || (row.Branch != null && branches.Contains(row.Branch))))
            .ToListAsync(cancel);
        var slots = FreedSlot.Of(bookings);
        var past = slots.Where(slot => slot.Lost.StartAt <= now).ToList();
        var open = slots.Where(slot => slot.Filler is null && slot.Lost.StartAt > now + FreedSlot.Useful).Take(Most).ToList();
        var keys = open.ConvertAll(slot => slot.Key);
        var offers = (await db.Set<SlotOfferRow>().AsNoTracking().Where(row => keys.Contains(row.SlotKey)).ToListAsync(cancel)).ToLookup(row => row.SlotKey);
        var waiting = open.Count == 0 ? [] : await waitingList.RunAsync(branch, branches, cancel);
        var filled = past.Where(slot => slot.Filler is not null).ToList();
        return new SlotsView(
            filled.Count, past.Count, viewer.IsOwner ? WorthOf(filled) : null, [.. open.Select(slot => SlotOf(slot, [.. offers[slot.Key]], waiting, now))], viewer.Role != "auditor");
    }

    private long? WorthOf(List<FreedSlot> filled)
    {
        var prices = filled.Select(slot => settings.Prices.Of(slot.Filler!.Service) ?? settings.Prices.AverageKopecks).OfType<long>().ToList();
        return prices.Count == 0 ? null : prices.Sum();
    }

    private static SlotsView.Slot SlotOf(FreedSlot slot, List<SlotOfferRow> offers, IReadOnlyList<WaitingList.Waiter> waiting, DateTimeOffset now)
    {
        var people = waiting.Where(person => person.WouldComeTo(slot.Lost.Branch)).Select(person =>
        {
            var offer = offers.Find(known => known.ClientId == person.ClientId);
            var state = offer is { State: "offered" or "sending" } && offer.ExpiresAt <= now ? "expired" : offer?.State;
            return new SlotsView.Person(person.ClientId, person.Name, person.Since, OfferSlot.KeyOf(slot.Key, person.ClientId), state, offer?.ExpiresAt);
        });
        return new SlotsView.Slot(
            slot.Key, slot.Lost.Key, WallClock.Parse(slot.Lost.Wall), slot.Lost.Service, slot.Lost.Staff, slot.Lost.Branch, [.. people], offers.Find(offer => offer.State == "taken")?.Key);
    }
}
