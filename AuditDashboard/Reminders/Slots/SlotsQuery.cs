using AuditDashboard.Access;
using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Slots;

/// <summary>Reads freed hours of the next days, and who found no time lately (K16 <c>no_slot</c>).</summary>
internal sealed class SlotsQuery(IDbContextFactory<AuditDbContext> databases, IKpiDrillDown losses, IClients clients, ICurrentViewer viewers, ISettings settings, SalonClock clock)
{
    private const int Days = 30;
    private const int WaitDays = 14;
    private const int Most = 20;
    private static readonly TimeSpan Useful = TimeSpan.FromHours(1);

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
        var open = slots.Where(slot => slot.Filler is null && slot.Lost.StartAt > now + Useful).Take(Most).ToList();
        var keys = open.ConvertAll(slot => slot.Key);
        var offers = (await db.Set<SlotOfferRow>().AsNoTracking().Where(row => keys.Contains(row.SlotKey)).ToListAsync(cancel)).ToLookup(row => row.SlotKey);
        var waiting = open.Count == 0 ? [] : await WaitingAsync(branch, branches, cancel);
        var filled = past.Where(slot => slot.Filler is not null).ToList();
        return new SlotsView(
            filled.Count, past.Count, viewer.IsOwner ? WorthOf(filled) : null, [.. open.Select(slot => SlotOf(slot, [.. offers[slot.Key]], waiting, now))], viewer.Role != "auditor");
    }

    private long? WorthOf(List<FreedSlot> filled)
    {
        var prices = filled.Select(slot => settings.Prices.Of(slot.Filler!.Service) ?? settings.Prices.AverageKopecks).OfType<long>().ToList();
        return prices.Count == 0 ? null : prices.Sum();
    }

    private async Task<List<(ClientId ClientId, string? Name, DateTimeOffset Since, string? Branch)>> WaitingAsync(string? branch, IReadOnlyCollection<string>? branches, CancellationToken cancel)
    {
        var filter = new KpiFilter(clock.Today.AddDays(-WaitDays), clock.Today.AddDays(1), branch, Branches: branches);
        var lost = await losses.RunAsync(new IKpiDrillDown.Request(filter, KpiNumber.Losses, "no_slot", Take: Most) { WithOpenNeeds = true }, cancel);
        List<(ClientId, string?, DateTimeOffset, string?)> waiting = [];
        foreach (var row in lost.Rows.DistinctBy(row => row.ClientId).OrderBy(row => row.At))
        {
            waiting.Add((row.ClientId, (await clients.ContactsAsync(row.ClientId, cancel))?.Name, row.At, row.Branch));
        }

        return waiting;
    }

    private static SlotsView.Slot SlotOf(
        FreedSlot slot, List<SlotOfferRow> offers, List<(ClientId ClientId, string? Name, DateTimeOffset Since, string? Branch)> waiting, DateTimeOffset now)
    {
        var people = waiting.Where(person => person.Branch is null || person.Branch == slot.Lost.Branch).Select(person =>
        {
            var offer = offers.Find(known => known.ClientId == person.ClientId);
            var state = offer is { State: "offered" or "sending" } && offer.ExpiresAt <= now ? "expired" : offer?.State;
            return new SlotsView.Person(person.ClientId, person.Name, person.Since, OfferSlot.KeyOf(slot.Key, person.ClientId), state, offer?.ExpiresAt);
        });
        return new SlotsView.Slot(
            slot.Key, slot.Lost.Key, WallClock.Parse(slot.Lost.Wall), slot.Lost.Service, slot.Lost.Staff, slot.Lost.Branch, [.. people], offers.Find(offer => offer.State == "taken")?.Key);
    }
}
