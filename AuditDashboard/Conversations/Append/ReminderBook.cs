using AuditDashboard.Conversations.Bookings;
using AuditDashboard.Conversations.Story;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Conversations.Append;

/// <summary>
/// Which clients were asked about a booking and have not answered (product.md section 3.3). Only the first message after a reminder can answer it, within
/// 24 h, and only while the salon has said nothing else in that channel; order is by the events' own time, as far as they have arrived.
/// </summary>
internal sealed class ReminderBook(WriteConnection store)
{
    private const int Remembered = 20_000;
    private static readonly string[] EndingNothing = ["reminder", "ack", "failed"];
    private readonly RowTable<AskedReminderRow> _asked = store.Table<AskedReminderRow>();
    private readonly RowSearch<AskedReminderRow> _byClient = store.Table<AskedReminderRow>().Search([nameof(AskedReminderRow.ClientId)]);
    private readonly Dictionary<ClientId, List<AskedReminderRow>> _known = [];

    /// <summary>Takes note of the event.</summary>
    /// <returns>The booking a client's message answers about, or null.</returns>
    public string? Read(AppendingEvent appending)
    {
        // The pretended past of the demo tells its own confirmations; so does imported history.
        if (appending.ClientId is not { } client || appending.Draft.ReceivedAt is not null || appending.Content.Flag("imported"))
        {
            return null;
        }

        var type = appending.Content.Type;
        if (type == EventTypes.MessageReceived)
        {
            return appending.Content.Actor is null or "client" ? Answer(client, appending) : null;
        }

        if (type == EventTypes.ReminderSent && appending.Content.Booking is { } booking)
        {
            Ask(client, appending, booking.Id);
        }
        else if (type == EventTypes.ReminderSent || type == EventTypes.MessageSent || type == EventTypes.FollowUpSent)
        {
            End(client, appending);
        }

        return null;
    }

    private void Ask(ClientId client, AppendingEvent appending, string booking)
    {
        var rows = Of(client);
        var channel = appending.Channel ?? "";
        var row = rows.Find(known => known.Channel == channel);
        if (row is null)
        {
            rows.Add(row = new AskedReminderRow { ClientId = client, Channel = channel });
        }
        else if (appending.EffectiveAt < row.At)
        {
            return;
        }

        (row.BookingId, row.At, row.ExternalId) = (booking, appending.EffectiveAt, appending.Content.ExternalId);
        _asked.Upsert(row);
    }

    private void End(ClientId client, AppendingEvent appending)
    {
        if (Array.Exists(EndingNothing, appending.Content.Flag))
        {
            return;
        }

        foreach (var row in Waiting(client, appending, appending.EffectiveAt))
        {
            if (row.ExternalId is null || row.ExternalId != appending.Content.ExternalId)
            {
                Close(row, appending.EffectiveAt);
            }
        }
    }

    private string? Answer(ClientId client, AppendingEvent appending)
    {
        string? booking = null;
        foreach (var row in Waiting(client, appending, ClockRules.LatestOf(appending.EffectiveAt)))
        {
            booking ??= appending.EffectiveAt - row.At <= StoryRules.ReminderPatience ? row.BookingId : null;
            Close(row, appending.EffectiveAt > row.At ? appending.EffectiveAt : row.At);
        }

        return booking;
    }

    /// <summary>What this channel, or a sender that names no channel, has asked before this event; the newest first.</summary>
    private List<AskedReminderRow> Waiting(ClientId client, AppendingEvent appending, DateTimeOffset until) =>
    [
        .. Of(client).Where(row => row.BookingId is not null && row.At <= until && (row.Channel == "" || row.Channel == (appending.Channel ?? "")))
            .OrderByDescending(row => row.At),
    ];

    private void Close(AskedReminderRow row, DateTimeOffset moment)
    {
        (row.BookingId, row.At) = (null, moment);
        _asked.Upsert(row);
    }

    private List<AskedReminderRow> Of(ClientId client)
    {
        if (!_known.TryGetValue(client, out var rows))
        {
            if (_known.Count >= Remembered)
            {
                _known.Clear();
            }

            _known[client] = rows = _byClient.List(client.Value.ToByteArray(true));
        }

        return rows;
    }
}
