using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Conversations.Consents;
using AuditDashboard.Conversations.Story;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Append;

/// <summary>Gives every event its client and session in the append transaction.</summary>
internal sealed class ConversationStep(StoryRulebook rules, TimeProvider time) : IAppendStep
{
    /// <summary>What people write down about a client on its page.</summary>
    private static readonly string[] AboutClients = [EventTypes.ClientChanged, EventTypes.ConsentGranted, EventTypes.ConsentRevoked];

    private TimeSpan _idle;
    private ClientBook? _clients;
    private SessionBook? _sessions;
    private BookingBook? _bookings;
    private ReminderBook? _reminders;
    private ConsentBook? _consents;

    public int Order => 10;

    public void Apply(AppendBatch batch)
    {
        Open(batch.Store);
        for (var i = 0; i < batch.Events.Count; i++)
        {
            var appending = batch.Events[i];
            Place(appending);
            _bookings!.Note(appending);
            if (ConsentBook.Said.Of(appending) is { } said)
            {
                _consents!.Note(said);
            }

            Understand(batch, appending, _reminders!.Read(appending));
        }

        _sessions!.Flush();
    }

    public void Forget() => (_clients, _sessions, _bookings, _reminders, _consents) = (null, null, null, null, null);

    /// <summary>What a client's few words mean besides: an answer about a visit, or STOP.</summary>
    private static void Understand(AppendBatch batch, AppendingEvent message, string? askedBooking)
    {
        if (askedBooking is not null && ReminderReply.Of(message, askedBooking) is { } reply)
        {
            batch.Follow(message, reply);
        }

        foreach (var withdrawal in StopReply.Of(message, askedBooking is not null))
        {
            batch.Follow(message, withdrawal);
        }
    }

    private void Open(WriteConnection store)
    {
        if (_idle != rules.Idle)
        {
            // The owner settled another time: sessions are open for that long from now on.
            (_idle, _sessions) = (rules.Idle, null);
        }

        _clients ??= new ClientBook(store, time);
        _sessions ??= new SessionBook(store, _idle, time);
        _bookings ??= new BookingBook(store);
        _reminders ??= new ReminderBook(store);
        _consents ??= new ConsentBook(store);
    }

    private void Place(AppendingEvent appending)
    {
        appending.Flags |= ClockRules.Tags(appending.Content);
        if (appending.Draft.Bot == OwnEvent.Bot && Array.IndexOf(AboutClients, appending.Content.Type) >= 0)
        {
            Obey(appending);
            return;
        }

        if (_sessions!.Conversation(appending, out var key) is not { } conversation)
        {
            return;
        }

        appending.Flags |= ClockRules.Judge(appending, conversation, _idle);
        var session = _sessions.Join(conversation, key, appending);
        var known = session is { LastSeq: > 0 } ? session.ClientId : conversation.FindLast(other => other.LastSeq > 0)?.ClientId ?? _sessions.Awaited(appending.Draft.Bot, key);
        var client = _clients!.Resolve(appending, known);
        if (session is null)
        {
            _sessions.Await(appending.Draft.Bot, key, client.Id);
            appending.ClientId = client.Id;
            return;
        }

        Add(appending, session, session.LastSeq > 0 && _clients.Find(session.ClientId) is { IsAnonymous: false } owner ? owner.Id : client.Id);
    }

    private void Add(AppendingEvent appending, SessionRow session, ClientId owner)
    {
        var client = _clients!.Find(owner);
        SessionFacts.Add(session, appending, client);
        _sessions!.Touch(session, client);
        appending.SessionId = session.Id;
        appending.ClientId = owner;
        appending.Channel ??= session.Channel;
        appending.Branch ??= session.Branch;
    }

    /// <summary>A person merged or un-merged two clients on a page, or wrote down their consent: the event is the command.</summary>
    private void Obey(AppendingEvent appending)
    {
        if (appending.Content.Type == EventTypes.ClientChanged)
        {
            _clients!.Obey(appending);
        }

        appending.ClientId = Guid.TryParse(appending.Content.DataText("client"), out var client) ? new ClientId(client) : null;
    }
}
