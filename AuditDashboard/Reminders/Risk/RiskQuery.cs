using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Api;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Planning;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Reminders.Risk;

/// <summary>A visit worth a call, and why.</summary>
internal sealed record RiskyVisit(BookingView View, RiskScore Score);

/// <summary>Whom to call this morning: visits of today and tomorrow, the most doubtful first.</summary>
internal sealed class RiskQuery(IDbContextFactory<AuditDbContext> databases, BookingsQuery bookings, IClients clients, SalonClock clock)
{
    private const int Looked = 300;
    private const int Most = 20;
    private static readonly string[] Messengers = ["tg:", "max:", "vk:", "wa:", "ig:"];

    public async Task<IReadOnlyList<RiskyVisit>> RunAsync(string? branch, IReadOnlyCollection<string>? branches, CancellationToken cancel)
    {
        var (now, until) = (clock.Now.ToUniversalTime(), clock.StartOf(clock.Today.AddDays(2)));
        var views = await bookings.RunAsync(new BookingsFilter(now, until, branch, Branches: branches) { OnlyStanding = true }, 0, Looked, cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var people = new Dictionary<ClientId, Person>();
        List<RiskyVisit> risky = [];
        foreach (var view in views.Where(view => view.Booking.IsOpen))
        {
            var person = view.Booking.ClientId is { } client ? people.TryGetValue(client, out var known) ? known : people[client] = await ReadAsync(db, client, now, cancel) : null;
            var score = NoShowRisk.Of(FactsOf(view, person));
            if (score.Points >= NoShowRisk.WorthACall)
            {
                risky.Add(new RiskyVisit(view, score));
            }
        }

        return [.. risky.OrderByDescending(visit => visit.Score.Points).ThenBy(visit => visit.View.Booking.StartAt).Take(Most)];
    }

    private async Task<Person> ReadAsync(AuditDbContext db, ClientId client, DateTimeOffset now, CancellationToken cancel)
    {
        List<ClientId?> records = [.. (await clients.MembersAsync(client.ToString(), cancel)).Select(id => (ClientId?)id)];
        var facts = await db.Set<AppointmentRow>().AsNoTracking().Where(row => records.Contains(row.ClientId) && row.StartAt < now && row.Fact != null).Select(row => row.Fact).ToListAsync(cancel);
        var addresses = (await clients.ContactsAsync(client, cancel))?.Addresses ?? [];
        return new Person(facts.Count(fact => fact == "no_show"), facts.Count(fact => fact == "attended"), addresses.Any(IsMessenger));
    }

    private static RiskFacts FactsOf(BookingView view, Person? person)
    {
        var row = view.Booking;
        var told = view.Reminders.Where(reminder => reminder.Version == row.Version).ToList();
        var arrived = told.Exists(reminder => reminder.State is "sent" or "delivered");
        return new RiskFacts(
            person?.NoShows ?? 0, person?.Visits, row.CreatedAt is { } created ? row.StartAt - created : TimeSpan.Zero, row.Plan == "confirmed",
            row.Plan == "created" && row.AnsweredAt is null && told.Exists(reminder => reminder.Asks && reminder.State is "sent" or "delivered"),
            !arrived && told.Exists(reminder => reminder.State == ReminderStates.Failed || reminder.State == ReminderStates.Uncertain),
            person?.HasMessenger ?? (row.ClientAddress is { } address && IsMessenger(address)), row.Moves);
    }

    private static bool IsMessenger(string address) => Array.Exists(Messengers, prefix => address.StartsWith(prefix, StringComparison.Ordinal));

    private sealed record Person(int NoShows, int Visits, bool HasMessenger);
}
