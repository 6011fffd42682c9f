using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Search;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Removal;

/// <summary>
/// Makes a client record nameless. The record itself stays, so that dialogs, outcomes and numbers stand on somebody; who it was, nobody can tell any
/// more, and whoever writes from the same address is a new client.
/// </summary>
internal sealed class ForgetClient(WriteConnection store)
{
    private readonly RowTable<ClientRow> _clients = store.Table<ClientRow>();
    private readonly RowSearch<ClientRow> _byId = store.Table<ClientRow>().Search([nameof(ClientRow.Id)]);
    private readonly RowSearch<IdentityRow> _addresses = store.Table<IdentityRow>().Search([nameof(IdentityRow.ClientId)]);
    private readonly RowSearch<PhoneRow> _phones = store.Table<PhoneRow>().Search([nameof(PhoneRow.ClientId)]);
    private readonly RowSearch<AskedReminderRow> _reminders = store.Table<AskedReminderRow>().Search([nameof(AskedReminderRow.ClientId)]);
    private readonly RowTable<SessionRow> _sessions = store.Table<SessionRow>();
    private readonly RowSearch<SessionRow> _sessionsOf = store.Table<SessionRow>().Search([nameof(SessionRow.ClientId)]);
    private readonly RowSearch<SessionRow> _newestOf = store.Table<SessionRow>().Search([nameof(SessionRow.ClientId)], nameof(SessionRow.LastActivityAt), 1);

    public bool IsActiveSince(ClientId client, DateTimeOffset moment) => _newestOf.First(Bytes(client)) is { } newest && newest.LastActivityAt >= moment;

    /// <summary>Silent for too long: names and addresses go; the bot's own keys of its dialogs stay.</summary>
    public void Fade(ClientId client)
    {
        ForgetNames(client);
        foreach (var session in _sessionsOf.List(Bytes(client)))
        {
            session.ConversationKey = session.SessionKey is null ? $"gone|{session.Id}" : session.ConversationKey;
            (session.ClientAddress, session.LastText) = (null, null);
            session.SearchText = SearchWords.Of(session.LeadId);
            _sessions.Upsert(session);
        }
    }

    /// <summary>Erased: nothing that could lead back to the person stays, keys and numbers of others' systems neither.</summary>
    public void Erase(ClientId client)
    {
        ForgetNames(client);
        foreach (var session in _sessionsOf.List(Bytes(client)))
        {
            (session.ConversationKey, session.SessionKey, session.ClientAddress) = ($"gone|{session.Id}", null, null);
            (session.LastText, session.LeadId, session.LeadBitrix24, session.SearchText) = (null, null, null, "");
            _sessions.Upsert(session);
        }
    }

    private void ForgetNames(ClientId client)
    {
        var id = Bytes(client);
        if (_byId.First(id) is { } record)
        {
            (record.Name, record.Phone, record.IsAnonymous) = (null, null, true);
            _clients.Upsert(record);
        }

        _addresses.Delete(id);
        _phones.Delete(id);
        _reminders.Delete(id);
    }

    private static byte[] Bytes(ClientId client) => client.Value.ToByteArray(true);
}
