using AuditDashboard.Storage;

namespace AuditDashboard.Channels.Arrivals;

/// <summary>Takes out what was counted for the bots that go.</summary>
internal sealed class RemoveBotArrivals(CountArrivalsStep counting) : IBotRemoval
{
    public int Order => 90;

    public void Remove(WriteConnection store, BotRemoval removal)
    {
        var ofBot = store.Table<ArrivalRow>().Search([nameof(ArrivalRow.Bot)]);
        foreach (var bot in removal.Bots)
        {
            ofBot.Delete(bot);
        }

        counting.Forget();
    }

    public void Announce()
    {
        // The page of integrations follows the log, which has news of its own.
    }
}
