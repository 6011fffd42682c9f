using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Clients;

/// <summary>All records of the person behind one of them, as a transaction sees them.</summary>
internal sealed class PersonBook(WriteConnection store)
{
    private readonly RowSearch<ClientRow> _byId = store.Table<ClientRow>().Search([nameof(ClientRow.Id)]);
    private readonly RowSearch<ClientRow> _byRoot = store.Table<ClientRow>().Search([nameof(ClientRow.RootId)]);

    public IReadOnlyList<ClientId> MembersOf(ClientId clientId) =>
        _byId.First(clientId.Value.ToByteArray(true)) is { } row ? _byRoot.List(row.RootId.Value.ToByteArray(true)).ConvertAll(member => member.Id) : [clientId];
}
