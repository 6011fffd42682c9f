using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Removal;

/// <summary>Takes out a bot's sessions and bookings, and the clients nobody else has spoken to.</summary>
internal sealed class RemoveBotSessions : IBotRemoval
{
    public int Order => 20;

    public void Remove(WriteConnection store, IReadOnlyCollection<string> bots)
    {
        var sessions = store.Table<SessionRow>().Search([nameof(SessionRow.Bot)]);
        var outcomes = store.Table<SessionOutcomeRow>().Search([nameof(SessionOutcomeRow.SessionId)]);
        var bookings = store.Table<BookingRow>().Search([nameof(BookingRow.Bot)]);
        HashSet<ClientId> clients = [];
        foreach (var bot in bots)
        {
            foreach (var session in sessions.List(bot))
            {
                clients.Add(session.ClientId);
                outcomes.Delete(session.Id.Value.ToByteArray(true));
            }

            clients.UnionWith(bookings.List(bot).Where(booking => booking.ClientId is not null).Select(booking => booking.ClientId!.Value));
            sessions.Delete(bot);
            bookings.Delete(bot);
        }

        RemoveUnknown(store, clients);
    }

    private static void RemoveUnknown(WriteConnection store, HashSet<ClientId> clients)
    {
        var sessions = store.Table<SessionRow>().Search([nameof(SessionRow.ClientId)], limit: 1);
        var people = new ClientRemoval(store);
        clients.RemoveWhere(client => sessions.First(client.Value.ToByteArray(true)) is not null);
        foreach (var client in clients)
        {
            people.Remove(client);
        }
    }
}
