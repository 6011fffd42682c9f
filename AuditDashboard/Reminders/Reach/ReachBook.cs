using AuditDashboard.Events;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.Reach;

/// <summary>Takes note of who can be reached where, in the transaction that stores what they wrote.</summary>
internal sealed class ReachBook(WriteConnection store)
{
    private readonly RowTable<ReachRow> _reaches = store.Table<ReachRow>();
    private readonly RowSearch<ReachRow> _byAddress = store.Table<ReachRow>().Search([nameof(ReachRow.Address), nameof(ReachRow.Bot)]);

    public void Note(AppendingEvent appending)
    {
        if (appending.Content.Client?.Id is not { } address || appending.Draft.ReceivedAt is not null)
        {
            return;
        }

        var type = appending.Content.Type;
        if (type == EventTypes.MessageReceived && (appending.Content.Actor is null or "client"))
        {
            Wrote(address, appending);
        }
        else if (type == EventTypes.ChatBlocked)
        {
            Block(address, appending.Draft.Bot, appending.EffectiveAt);
        }
        else if ((type == EventTypes.ChatUnblocked || type == EventTypes.ChatStarted) && _byAddress.First(address, appending.Draft.Bot) is { BlockedAt: not null } row)
        {
            row.BlockedAt = null;
            _reaches.Upsert(row);
        }
    }

    public void Block(string address, string bot, DateTimeOffset at)
    {
        var row = _byAddress.First(address, bot) ?? new ReachRow { Address = address, Bot = bot };
        row.BlockedAt = at;
        _reaches.Upsert(row);
    }

    private void Wrote(string address, AppendingEvent appending)
    {
        // Blindly, since this is done for every message: what comes late moves the moment back, and the next message forward again.
        _reaches.Upsert(new ReachRow { Address = address, Bot = appending.Draft.Bot, Endpoint = appending.Draft.Endpoint, LastInboundAt = appending.EffectiveAt });
    }
}
