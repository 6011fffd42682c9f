using AuditDashboard.Storage;

namespace AuditDashboard.Events.Log;

/// <summary>
/// Takes bots' events out of the log, and notes which leaves have lost theirs: the leaves stay in the evidence tree, and whoever checks it must
/// be able to tell this from a row somebody tore out.
/// </summary>
internal sealed class RemoveEvents : IBotRemoval
{
    public int Order => 100;

    public void Remove(WriteConnection store, BotRemoval removal)
    {
        var events = store.Table<EventRow>();
        var notes = store.Table<RemovedEventsRow>();
        var ofBot = events.Search([nameof(EventRow.Bot)]);
        var gone = removal.Bots.SelectMany(bot => events.Numbers(nameof(EventRow.LogIndex), nameof(EventRow.Bot), bot)).Order().ToList();
        foreach (var (first, last) in Runs(gone))
        {
            notes.Insert(new RemovedEventsRow { First = first, Last = last });
        }

        foreach (var bot in removal.Bots)
        {
            ofBot.Delete(bot);
        }
    }

    public void Announce()
    {
    }

    private static IEnumerable<(long First, long Last)> Runs(List<long> ascending)
    {
        for (var start = 0; start < ascending.Count;)
        {
            var end = start;
            while (end + 1 < ascending.Count && ascending[end + 1] == ascending[end] + 1)
            {
                end++;
            }

            yield return (ascending[start], ascending[end]);
            start = end + 1;
        }
    }
}
