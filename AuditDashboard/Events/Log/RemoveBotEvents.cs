using AuditDashboard.Storage;

namespace AuditDashboard.Events.Log;

/// <summary>Takes bots' events out of the log. Their leaves stay in the evidence tree, as those of erased events do.</summary>
internal sealed class RemoveBotEvents : IBotRemoval
{
    public int Order => 100;

    public void Remove(WriteConnection store, BotRemoval removal)
    {
        var ofBot = store.Table<EventRow>().Search([nameof(EventRow.Bot)]);
        foreach (var bot in removal.Bots)
        {
            ofBot.Delete(bot);
        }
    }

    public void Announce()
    {
        // Nobody waits for events to go; lists of sessions and numbers have news of their own.
    }
}
