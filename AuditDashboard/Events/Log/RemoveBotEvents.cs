using AuditDashboard.Storage;

namespace AuditDashboard.Events.Log;

/// <summary>Takes a bot's events out of the log. Their leaves stay in the evidence tree, as those of erased events do.</summary>
internal sealed class RemoveBotEvents : IBotRemoval
{
    public int Order => 100;

    public void Remove(WriteConnection store, IReadOnlyCollection<string> bots)
    {
        var ofBot = store.Table<EventRow>().Search([nameof(EventRow.Bot)]);
        foreach (var bot in bots)
        {
            ofBot.Delete(bot);
        }
    }
}
