using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Storage;

/// <summary>Takes the bots' rows out of a table nobody waits for: whoever shows what hangs on them has news of its own.</summary>
/// <param name="column">Name of the property that holds the bot.</param>
public sealed class RemoveBotRows<TRow>(int order, string column) : IBotRemoval
    where TRow : class, new()
{
    public int Order => order;

    public void Remove(WriteConnection store, BotRemoval removal)
    {
        RowSearch<TRow> ofBot = store.Table<TRow>().Search([column]);
        foreach (var bot in removal.Bots)
        {
            ofBot.Delete(bot);
        }
    }

    public void Announce()
    {
    }
}
