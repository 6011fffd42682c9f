using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Conversations.Story;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Removal;

/// <summary>Takes out bots' sessions and bookings, and the clients nobody else has spoken to. The stories of those who stay are told again.</summary>
internal sealed class RemoveBotSessions(Pulse<SessionsChanged> changed) : IBotRemoval
{
    private readonly HashSet<SessionId> _gone = [];

    public int Order => 10;

    public void Remove(WriteConnection store, BotRemoval removal)
    {
        var sessions = store.Table<SessionRow>().Search([nameof(SessionRow.Bot)]);
        var outcomes = store.Table<SessionOutcomeRow>().Search([nameof(SessionOutcomeRow.SessionId)]);
        var traits = new SessionTraits(store);
        var bookings = store.Table<BookingRow>().Search([nameof(BookingRow.Bot)]);
        var strays = store.Table<BookingStrayRow>().Search([nameof(BookingStrayRow.Bot)]);
        HashSet<ClientId> clients = [];
        foreach (var bot in removal.Bots)
        {
            foreach (var session in sessions.List(bot))
            {
                clients.Add(session.ClientId);
                _gone.Add(session.Id);
                outcomes.Delete(session.Id.Value.ToByteArray(true));
                traits.Delete(session.Id);
            }

            clients.UnionWith(bookings.List(bot).Where(booking => booking.ClientId is not null).Select(booking => booking.ClientId!.Value));
            sessions.Delete(bot);
            bookings.Delete(bot);
            strays.Delete(bot);
        }

        Part(store, removal, clients);
    }

    public void Announce()
    {
        changed.Send(new SessionsChanged([.. _gone]));
        _gone.Clear();
    }

    private static void Part(WriteConnection store, BotRemoval removal, HashSet<ClientId> clients)
    {
        var sessions = store.Table<SessionRow>().Search([nameof(SessionRow.ClientId)], limit: 1);
        var dues = store.Table<StoryDueRow>();
        var people = new ClientRemoval(store);
        foreach (var client in clients)
        {
            if (sessions.First(client.Value.ToByteArray(true)) is null)
            {
                people.Remove(client);
                removal.Clients.Add(client);
            }
            else
            {
                dues.Upsert(new StoryDueRow { ClientId = client, DueAt = DateTimeOffset.UnixEpoch });
            }
        }
    }
}
