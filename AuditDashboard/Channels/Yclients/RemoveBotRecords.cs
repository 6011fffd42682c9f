using AuditDashboard.Storage;

namespace AuditDashboard.Channels.Yclients;

/// <summary>Takes out the records of the bots that go.</summary>
internal sealed class RemoveBotRecords : IBotRemoval
{
    public int Order => 90;

    public void Remove(WriteConnection store, BotRemoval removal)
    {
        var ofBot = store.Table<YclientsRow>().Search([nameof(YclientsRow.Bot)]);
        foreach (var bot in removal.Bots)
        {
            ofBot.Delete(bot);
        }
    }

    public void Announce()
    {
        // Nobody shows records: they only tell the next webhook from the last.
    }
}
