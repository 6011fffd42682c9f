using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Critical;

/// <summary>Takes out the critical events of the clients that go.</summary>
internal sealed class RemoveCritical : IBotRemoval
{
    public int Order => 21;

    public void Remove(WriteConnection store, BotRemoval removal)
    {
        var rows = store.Table<CriticalRow>().Search([nameof(CriticalRow.ClientId)]);
        var marks = store.Table<CriticalMarkRow>().Search([nameof(CriticalMarkRow.Seq)]);
        foreach (var client in removal.Clients)
        {
            rows.List(client.Value.ToByteArray(true)).ForEach(row => marks.Delete(row.Seq));
            rows.Delete(client.Value.ToByteArray(true));
        }
    }

    public void Announce()
    {
        // The sessions that go are announced by those who take them out.
    }
}
