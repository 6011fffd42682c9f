using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Kpi.Rollup;

/// <summary>Takes out what was counted for the clients that go, and sums their days again.</summary>
internal sealed class RemoveBotUnits(Pulse<KpiChanged> changed) : IBotRemoval
{
    public int Order => 20;

    public void Remove(WriteConnection store, BotRemoval removal)
    {
        var tables = new KpiTables(store);
        foreach (var day in removal.Clients.SelectMany(tables.Forget).ToHashSet())
        {
            tables.Recount(day);
        }
    }

    public void Announce() => changed.Send(new KpiChanged());
}
