using AuditDashboard.Storage;

namespace AuditDashboard.Channels.Silence;

/// <summary>Takes out what was counted and noticed of the bots that go.</summary>
internal sealed class RemoveBotStarts(CountStartsStep counting) : IBotRemoval
{
    public int Order => 91;

    public void Remove(WriteConnection store, BotRemoval removal)
    {
        var starts = store.Table<SessionStartRow>().Search([nameof(SessionStartRow.Bot)]);
        var silences = store.Table<SilenceRow>().Search([nameof(SilenceRow.Bot)]);
        foreach (var bot in removal.Bots)
        {
            starts.Delete(bot);
            silences.Delete(bot);
        }

        counting.Forget();
    }

    public void Announce()
    {
        // The pages follow the log, which has news of its own.
    }
}
