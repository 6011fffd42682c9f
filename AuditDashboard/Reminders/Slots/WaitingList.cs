using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi;

namespace AuditDashboard.Reminders.Slots;

/// <summary>Who found no time in the last 14 days (K16 <c>no_slot</c>), whoever waits longest first.</summary>
internal sealed class WaitingList(IKpiDrillDown losses, IClients clients, SalonClock clock)
{
    private const int Days = 14;
    private const int Most = 20;

    /// <param name="branches">Null = all.</param>
    public async Task<IReadOnlyList<Waiter>> RunAsync(string? branch, IReadOnlyCollection<string>? branches, CancellationToken cancel)
    {
        var filter = new KpiFilter(clock.Today.AddDays(-Days), clock.Today.AddDays(1), branch, Branches: branches);
        var lost = await losses.RunAsync(new IKpiDrillDown.Request(filter, KpiNumber.Losses, "no_slot", Take: Most) { WithOpenNeeds = true }, cancel);
        List<Waiter> waiting = [];
        foreach (var row in lost.Rows.DistinctBy(row => row.ClientId).OrderBy(row => row.At))
        {
            waiting.Add(new Waiter(row.ClientId, (await clients.ContactsAsync(row.ClientId, cancel))?.Name, row.At, row.Branch));
        }

        return waiting;
    }

    /// <param name="Since">UTC.</param>
    internal sealed record Waiter(ClientId ClientId, string? Name, DateTimeOffset Since, string? Branch)
    {
        public bool WouldComeTo(string? branch) => Branch is null || Branch == branch;
    }
}
