using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Search;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Append;

/// <summary>Which session an event belongs to (kpi-notes.md section 2), by its own time; the newest episodes stay in memory.</summary>
internal sealed class SessionBook(WriteConnection store, TimeSpan idle, TimeProvider time)
{
    private const int Remembered = 20_000;
    private readonly RowTable<SessionRow> _sessions = store.Table<SessionRow>();
    private readonly RowUpdate<SessionRow> _facts = store.Table<SessionRow>().Update(
        nameof(SessionRow.LastActivityAt), nameof(SessionRow.Channel), nameof(SessionRow.Branch), nameof(SessionRow.ClosedAt), nameof(SessionRow.Messages),
        nameof(SessionRow.LastText), nameof(SessionRow.LastTextAt), nameof(SessionRow.LastIntent), nameof(SessionRow.HasHuman), nameof(SessionRow.Escalated),
        nameof(SessionRow.Complaint), nameof(SessionRow.LeadId), nameof(SessionRow.LeadBitrix24),
        nameof(SessionRow.LastRecordedAt), nameof(SessionRow.LastWasLive), nameof(SessionRow.LastSeq));
    private readonly RowUpdate<SessionRow> _sought = store.Table<SessionRow>().Update(nameof(SessionRow.SearchText));
    private readonly RowSearch<SessionRow> _byConversation = store.Table<SessionRow>().Search([nameof(SessionRow.Bot), nameof(SessionRow.ConversationKey)], nameof(SessionRow.StartedAt));
    private readonly RowSearch<SessionRow> _byAddress = store.Table<SessionRow>().Search([nameof(SessionRow.ClientAddress)], nameof(SessionRow.LastActivityAt), 20);
    private readonly Dictionary<(string Bot, string Key), List<SessionRow>> _conversations = [];
    private readonly Dictionary<SessionRow, ClientRow> _touched = [];
    private readonly Dictionary<(string Bot, string Key), ClientId> _early = [];

    /// <summary>The event's conversation: named by its key, else the one of (bot, channel, address) open at its time, else that address's own; null without any.</summary>
    public List<SessionRow>? Conversation(AppendingEvent appending, out string key)
    {
        var content = appending.Content;
        key = content.Session is { } named ? $"s|{named}" : content.Client?.Id is { } address ? OpenOf(address, appending) ?? $"c|{content.Channel}|{address}" : "";
        return key.Length == 0 ? null : Episodes(appending.Draft.Bot, key);
    }

    /// <summary>The episode the event joins or opens; null for one that opens nothing where nothing is.</summary>
    public SessionRow? Join(List<SessionRow> episodes, string key, AppendingEvent appending)
    {
        var moment = appending.EffectiveAt;
        var before = episodes.FindLast(session => session.StartedAt <= moment);
        if (!EventTypes.Activity.Contains(appending.Content.Type))
        {
            return before ?? episodes.FirstOrDefault();
        }

        if (before is not null && IsOpen(before, moment))
        {
            return before;
        }

        var after = episodes.Find(session => session.StartedAt > moment);
        if (after is not null && after.StartedAt - moment < idle && (before?.ClosedAt is not { } closed || closed < moment))
        {
            return after;
        }

        return Open(episodes, key, appending);
    }

    /// <summary>Whose an event is that came before the first words of its conversation, so that those belong to the same person.</summary>
    public void Await(string bot, string key, ClientId client)
    {
        if (_early.Count >= Remembered)
        {
            _early.Clear();
        }

        _early[(bot, key)] = client;
    }

    /// <summary>Who that was; null where nothing came early.</summary>
    public ClientId? Awaited(string bot, string key) => _early.TryGetValue((bot, key), out var client) ? client : null;

    public void Touch(SessionRow session, ClientRow client) => _touched[session] = client;

    /// <summary>Writes every session the batch changed, once each.</summary>
    public void Flush()
    {
        foreach (var (session, client) in _touched)
        {
            var sought = session.SearchText;
            session.SearchText = SearchWords.Of(client.Name, client.Phone, session.LeadId);
            if (session.IsMoved)
            {
                _sessions.Upsert(session);
                session.IsMoved = false;
                continue;
            }

            _facts.Run(session);
            if (session.SearchText != sought)
            {
                _sought.Run(session);
            }
        }

        _touched.Clear();
        if (_conversations.Count > Remembered)
        {
            _conversations.Clear();
        }
    }

    private bool IsOpen(SessionRow session, DateTimeOffset moment) =>
        moment < session.LastActivityAt + idle && (session.ClosedAt is not { } closed || moment <= closed);

    private SessionRow Open(List<SessionRow> episodes, string key, AppendingEvent appending)
    {
        var moment = appending.EffectiveAt;
        var session = new SessionRow
        {
            Id = SessionId.New(time), Bot = appending.Draft.Bot, ConversationKey = key, SessionKey = appending.Content.Session,
            StartedAt = moment, LastActivityAt = moment,
        };
        appending.OpensSession = true;
        episodes.Add(session);
        episodes.Sort(static (one, two) => one.StartedAt.CompareTo(two.StartedAt));
        return session;
    }

    private List<SessionRow> Episodes(string bot, string key)
    {
        if (!_conversations.TryGetValue((bot, key), out var episodes))
        {
            episodes = _byConversation.List(bot, key);
            episodes.Reverse();
            _conversations[(bot, key)] = episodes;
        }

        return episodes;
    }

    private string? OpenOf(string address, AppendingEvent appending)
    {
        var own = Episodes(appending.Draft.Bot, $"c|{appending.Content.Channel}|{address}");
        if (own.Exists(session => session.StartedAt <= appending.EffectiveAt && IsOpen(session, appending.EffectiveAt)))
        {
            return null;
        }

        // Sessions of this very batch are not on disk yet.
        var found = _touched.Keys.Concat(_byAddress.List(address)).FirstOrDefault(session =>
            session.ClientAddress == address && session.Bot == appending.Draft.Bot && session.Channel == appending.Content.Channel
            && session.StartedAt <= appending.EffectiveAt && IsOpen(session, appending.EffectiveAt));
        return found?.ConversationKey;
    }
}
