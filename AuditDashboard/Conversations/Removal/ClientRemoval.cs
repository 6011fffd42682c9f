using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Story;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Removal;

/// <summary>Deletes one client record with its addresses, its phone and its merges. Records that were merged into it stand for themselves again.</summary>
internal sealed class ClientRemoval(WriteConnection store)
{
    private readonly RowTable<ClientRow> _clients = store.Table<ClientRow>();
    private readonly RowSearch<ClientRow> _byId = store.Table<ClientRow>().Search([nameof(ClientRow.Id)]);
    private readonly RowSearch<ClientRow> _byRoot = store.Table<ClientRow>().Search([nameof(ClientRow.RootId)]);
    private readonly RowSearch<IdentityRow> _addresses = store.Table<IdentityRow>().Search([nameof(IdentityRow.ClientId)]);
    private readonly RowSearch<PhoneRow> _phones = store.Table<PhoneRow>().Search([nameof(PhoneRow.ClientId)]);
    private readonly RowSearch<StoryDueRow> _dues = store.Table<StoryDueRow>().Search([nameof(StoryDueRow.ClientId)]);
    private readonly RowSearch<AskedReminderRow> _reminders = store.Table<AskedReminderRow>().Search([nameof(AskedReminderRow.ClientId)]);
    private readonly RowSearch<MergeRow> _mergesFrom = store.Table<MergeRow>().Search([nameof(MergeRow.FromId)]);
    private readonly RowSearch<MergeRow> _mergesInto = store.Table<MergeRow>().Search([nameof(MergeRow.IntoId)]);

    public void Remove(ClientId client)
    {
        var id = client.Value.ToByteArray(true);
        foreach (var member in _byRoot.List(id).Where(member => member.Id != client))
        {
            member.RootId = member.Id;
            _clients.Upsert(member);
        }

        _dues.Delete(id);
        _addresses.Delete(id);
        _phones.Delete(id);
        _reminders.Delete(id);
        _mergesFrom.Delete(id);
        _mergesInto.Delete(id);
        _byId.Delete(id);
    }
}
