using AuditDashboard.Events;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Channels.Arrivals;

/// <summary>Counts who brings how much, in the transaction that stores it: a page that shows it never scans the log.</summary>
internal sealed class CountArrivalsStep : IAppendStep
{
    private readonly Dictionary<(string Bot, string Endpoint), ArrivalRow> _current = [];
    private readonly HashSet<ArrivalRow> _touched = [];
    private RowTable<ArrivalRow>? _table;
    private RowSearch<ArrivalRow>? _search;

    public int Order => 60;

    public void Apply(AppendBatch batch)
    {
        Open(batch.Store);
        foreach (var appending in batch.Events)
        {
            if (appending.Draft.Bot != OwnEvent.Bot)
            {
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
        var row = Row(appending.Draft.Bot, appending.Draft.Endpoint ?? "", ArrivalRow.HourOf(appending.RecordedAt));
        row.Events++;
        (row.LastSeq, row.LastAt) = (appending.Seq, appending.RecordedAt);
        _touched.Add(row);
    }

    private ArrivalRow Row(string bot, string endpoint, long hour)
    {
        if (_current.TryGetValue((bot, endpoint), out var row) && row.Hour == hour)
        {
            return row;
        }

        // What lies in the slot is this very hour after a restart, or the same hour of an earlier week, which gives way.
        var slot = (int)(hour % ArrivalRow.Slots);
        row = _search!.First(bot, endpoint, slot) is { } known && known.Hour == hour
            ? known
            : new ArrivalRow { Bot = bot, Endpoint = endpoint, Slot = slot, Hour = hour };
        return _current[(bot, endpoint)] = row;
    }

    private void Open(WriteConnection store)
    {
        _table ??= store.Table<ArrivalRow>();
        _search ??= _table.Search([nameof(ArrivalRow.Bot), nameof(ArrivalRow.Endpoint), nameof(ArrivalRow.Slot)]);
    }
}
