using AuditDashboard.Events;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Channels.Silence;

/// <summary>
/// Counts the sessions that clients begin, in the transaction that stores them. By the event's own time: what a messenger repeats after an outage belongs
/// to the hours it was said in. Tries and imports are nobody's coming.
/// </summary>
internal sealed class CountStartsStep : IAppendStep
{
    private static readonly HashSet<string> Outgoing = [EventTypes.MessageSent, EventTypes.ReminderSent, EventTypes.FollowUpSent];

    private readonly HashSet<SessionStartRow> _touched = [];
    private readonly Dictionary<(string Bot, string Endpoint, string Channel), SessionStartRow> _current = [];
    private RowTable<SessionStartRow>? _table;
    private RowSearch<SessionStartRow>? _search;

    public int Order => 61;

    public void Apply(AppendBatch batch)
    {
        foreach (var appending in batch.Events)
        {
            if (appending.OpensSession && appending.Draft.Bot != OwnEvent.Bot && !Outgoing.Contains(appending.Content.Type)
                && !appending.Content.Flag("test") && !appending.Content.Flag("spam") && !appending.Content.Flag("imported"))
            {
                Open(batch.Store);
                Count(appending);
            }
        }

        foreach (var row in _touched)
        {
            _table!.Upsert(row);
        }

        _touched.Clear();
    }

    public void Forget()
    {
        (_table, _search) = (null, null);
        _current.Clear();
        _touched.Clear();
    }

    private void Count(AppendingEvent appending)
    {
        var moment = appending.EffectiveAt;
        if (Row(appending.Draft.Bot, appending.Draft.Endpoint ?? "", appending.Channel ?? appending.Content.Channel ?? "", moment.ToUnixTimeSeconds() / 3600) is { } row)
        {
            row.Starts++;
            row.LastAt = moment > row.LastAt ? moment : row.LastAt;
            _touched.Add(row);
        }
    }

    /// <summary>Null for an hour whose place a later one has taken: too old to matter.</summary>
    private SessionStartRow? Row(string bot, string endpoint, string channel, long hour)
    {
        if (_current.TryGetValue((bot, endpoint, channel), out var row) && row.Hour == hour)
        {
            return row;
        }

        var slot = (int)(hour % SessionStartRow.Slots);
        // Rows of this very batch are not on disk yet.
        var known = _touched.FirstOrDefault(other => (other.Bot, other.Endpoint, other.Channel, other.Slot) == (bot, endpoint, channel, slot))
            ?? _search!.First(bot, endpoint, channel, slot);
        if (known?.Hour > hour)
        {
            return null;
        }

        row = known?.Hour == hour ? known : new SessionStartRow { Bot = bot, Endpoint = endpoint, Channel = channel, Slot = slot, Hour = hour };
        if (known is not null && known != row)
        {
            _touched.Remove(known);
        }

        return _current[(bot, endpoint, channel)] = row;
    }

    private void Open(WriteConnection store)
    {
        _table ??= store.Table<SessionStartRow>();
        _search ??= _table.Search([nameof(SessionStartRow.Bot), nameof(SessionStartRow.Endpoint), nameof(SessionStartRow.Channel), nameof(SessionStartRow.Slot)]);
    }
}
