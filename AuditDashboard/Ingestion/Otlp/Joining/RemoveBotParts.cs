using AuditDashboard.Storage;

namespace AuditDashboard.Ingestion.Otlp.Joining;

/// <summary>Takes out what waits of the bots that go.</summary>
internal sealed class RemoveBotParts : IBotRemoval
{
    public int Order => 90;

    public void Remove(WriteConnection store, BotRemoval removal)
    {
        var ofBot = store.Table<PartRow>().Search([nameof(PartRow.Bot)]);
        foreach (var bot in removal.Bots)
        {
            ofBot.Delete(bot);
        }
    }

    public void Announce()
    {
        // Nobody shows what waits.
    }
}
