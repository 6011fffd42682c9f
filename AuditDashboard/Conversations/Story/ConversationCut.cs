using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>
/// Gives every event of a client its conversation and episode, by event time and never by the session id that the log
/// gave it on arrival: a late event may have been put elsewhere then.
/// </summary>
internal sealed class ConversationCut(TimeSpan idleFor)
{
    private readonly Dictionary<(string Bot, string Key), Conversation> _named = [];
    private readonly Dictionary<(string Bot, string? Channel, string? Address), Conversation> _unnamed = [];
    private readonly Dictionary<string, List<Conversation>> _byBot = [];
    private Dictionary<Guid, StoryEvent>? _known;

    public List<Episode> Cut(IReadOnlyList<StoryEvent> ordered)
    {
        foreach (var item in ordered)
        {
            if (item.Content.Session is { } key)
            {
                Named(item.Stored.Bot, key).Know(item);
            }

            RememberSession(item);
        }

        foreach (var item in ordered)
        {
            Place(item, Witness(item));
        }

        foreach (var conversation in _byBot.Values.SelectMany(all => all).Where(conversation => conversation.Waiting.Count > 0))
        {
            SeatWaiting(conversation);
        }

        return [.. _byBot.Values.SelectMany(all => all).SelectMany(conversation => conversation.Episodes)
            .OrderBy(episode => episode.Start.At).ThenBy(episode => episode.Start.Stored.Seq)];
    }

    private void Place(StoryEvent item, StoryEvent witness)
    {
        if (item.IsActivity)
        {
            Activity(item, witness).AddActivity(item);
        }
        else if (item.Is(EventTypes.SessionClosed))
        {
            Other(item, witness).AddClosing(item);
        }
        else
        {
            Other(item, witness).AddOther(item);
        }
    }

    private void SeatWaiting(Conversation conversation)
    {
        foreach (var item in conversation.Waiting)
        {
            // Without a session key an old event is not of the conversation that begins long after it.
            var first = conversation.HasKey
                ? conversation.Episodes.FirstOrDefault()
                : Candidates(item).SelectMany(known => known.Episodes).Where(episode => episode.Start.At - item.At < idleFor).MinBy(episode => episode.Start.At);
            first?.AddEarlier(item);
        }
    }

    private Conversation Activity(StoryEvent item, StoryEvent witness) =>
        witness.Content.Session is { } key ? Named(item.Stored.Bot, key) : Open(item, witness) ?? Unnamed(witness);

    private Conversation Other(StoryEvent item, StoryEvent witness) =>
        witness.Content.Session is { } key ? Named(item.Stored.Bot, key) : Open(item, witness) ?? Latest(witness) ?? Unnamed(witness);

    private Conversation? Open(StoryEvent item, StoryEvent witness) => Candidates(witness)
        .Where(conversation => conversation.OpenAt(item.At) is not null)
        .MaxBy(Freshness);

    private Conversation? Latest(StoryEvent witness) => Candidates(witness)
        .Where(conversation => conversation.Episodes.Count > 0)
        .MaxBy(Freshness);

    private static (DateTimeOffset Active, DateTimeOffset Begun) Freshness(Conversation conversation) =>
        (conversation.Episodes[^1].LastActivityAt, conversation.Episodes[^1].Start.Stored.EffectiveAt);

    private IEnumerable<Conversation> Candidates(StoryEvent witness) =>
        _byBot.TryGetValue(witness.Stored.Bot, out var all) ? all.Where(conversation => conversation.Knows(witness)) : [];

    private Conversation Named(string bot, string key) =>
        _named.TryGetValue((bot, key), out var known) ? known : _named[(bot, key)] = Register(new Conversation(bot, key, idleFor), bot);

    private Conversation Unnamed(StoryEvent item)
    {
        var identity = (item.Stored.Bot, item.Content.Channel, item.Address);
        if (!_unnamed.TryGetValue(identity, out var known))
        {
            known = _unnamed[identity] = Register(new Conversation(item.Stored.Bot, null, idleFor), item.Stored.Bot);
            known.Know(item);
        }

        return known;
    }

    private Conversation Register(Conversation conversation, string bot)
    {
        if (!_byBot.TryGetValue(bot, out var all))
        {
            _byBot[bot] = all = [];
        }

        all.Add(conversation);
        return conversation;
    }

    // An event whose payload is gone no longer says its session: another event of the session that the log gave it does.
    private void RememberSession(StoryEvent item)
    {
        if (item.Stored is { SessionId: { } id, Content: not null })
        {
            (_known ??= []).TryAdd(id.Value, item);
        }
    }

    private StoryEvent Witness(StoryEvent item) =>
        item.Stored is { Content: null, SessionId: { } id } && _known?.GetValueOrDefault(id.Value) is { } witness
            && witness.Stored.Bot == item.Stored.Bot ? witness : item;
}
