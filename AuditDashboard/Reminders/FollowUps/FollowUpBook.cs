using System.Globalization;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Reminders.Sending;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Reminders.FollowUps;

/// <summary>Takes note of who waits for whom, in the transaction that stores what was said. Costs nothing while it is switched off.</summary>
internal sealed class FollowUpBook(WriteConnection store, SalonZones zones, ReminderRules rules, ISettings settings, MissedCallBell bell)
{
    private static readonly string[] NoWord = ["reminder", "ack", "failed", "campaign", "greeting"];

    /// <summary>A lead opens the ladder once; the next one not before this.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromHours(24);

    private readonly RowTable<FollowUpRow> _rows = store.Table<FollowUpRow>();
    private readonly RowSearch<FollowUpRow> _byKey = store.Table<FollowUpRow>().Search([nameof(FollowUpRow.Key)]);
    private readonly RowSearch<FollowUpRow> _ofClient = store.Table<FollowUpRow>().Search([nameof(FollowUpRow.ClientId)]);

    public void Note(AppendingEvent appending)
    {
        if (!settings.FollowUps.IsAnyOn || appending.ClientId is not { } client || appending.Draft.ReceivedAt is not null || appending.Content.Flag("imported")
            || appending.Draft.Envelope == ReminderEvent.Envelope)
        {
            return;
        }

        var (content, at) = (appending.Content, appending.EffectiveAt);
        if (content.Type == EventTypes.CallMissed)
        {
            Miss(client, appending);
        }
        else if (EndOf(content) is { } code)
        {
            Change(client, appending, row => (row.Code, row.LastInAt) = (code, at));
        }
        else if (content.Type == EventTypes.LeadCreated)
        {
            Change(client, appending, row => Open(row, at));
        }
        else if (IsTheirs(content))
        {
            Change(client, appending, row => Hear(row, at));
        }
        else if (content.Type == EventTypes.MessageSent && !Array.Exists(NoWord, content.Flag))
        {
            Change(client, appending, row => row.LastOutAt = row.Steps == 0 ? Later(row.LastOutAt, at) : row.LastOutAt);
        }
    }

    /// <summary>The next step of a row as it stands now; the row is written.</summary>
    public void Plan(FollowUpRow row)
    {
        var isSilent = row is { SinceAt: not null, Code: null, LastOutAt: not null } && settings.FollowUps.Enabled && !(row.LastInAt > row.LastOutAt);
        row.NextAt = isSilent ? FollowUpLadder.Next(row.Steps, row.LastOutAt!.Value, ZoneOf(row.Branch), rules.Quiet)?.DueAt : null;
        row.Code = isSilent && row.NextAt is null ? "done" : row.Code;
        _rows.Upsert(row);
    }

    /// <summary>Why nothing more may be said to the client about the matter; null where the event ends nothing.</summary>
    private static string? EndOf(EventContent content) => content.Type switch
    {
        _ when content.Flag("spam") || content.Flag("test") || content.Intent?.Name == "spam" || content.DataText("exclude") is not null => "spam",
        var type when type == EventTypes.BookingCreated || type == EventTypes.BookingConfirmed || type == EventTypes.BookingRescheduled => "booked",
        var type when type == EventTypes.ComplaintOpened => "complaint",
        var type when type == EventTypes.ConsentRevoked || type == EventTypes.ChatBlocked => "stopped",
        var type when type == EventTypes.LeadClosed || (type == EventTypes.SessionClosed && content.Actor == "human") => "closed",
        _ => null,
    };

    /// <summary>The client spoke, or wants a person: the next word is the salon's.</summary>
    private static bool IsTheirs(EventContent content) =>
        (content.Type == EventTypes.MessageReceived && content.Actor is null or "client") || content.Type == EventTypes.EscalationRequested || content.Type == EventTypes.CallAnswered
        || (content.Type == EventTypes.CallEnded && content.Call?.Result == "answered");

    private static void Open(FollowUpRow row, DateTimeOffset at)
    {
        if (row.Code is null ? row.SinceAt is null : row.Code == "booked" || at - (row.SinceAt ?? row.LastInAt ?? default) >= Again)
        {
            (row.SinceAt, row.Code, row.Steps) = (at, null, 0);
        }
    }

    private static void Hear(FollowUpRow row, DateTimeOffset at)
    {
        row.LastInAt = Later(row.LastInAt, at);
        row.Code ??= row.Steps > 0 ? "answered" : null;
    }

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset at) => known > at ? known.Value : at;

    private void Change(ClientId client, AppendingEvent appending, Action<FollowUpRow> change)
    {
        var row = _byKey.First(client.ToString()) ?? new FollowUpRow { Key = client.ToString(), ClientId = client };
        (row.Bot, row.Branch, row.Address) = (appending.Draft.Bot == OwnEvent.Bot ? row.Bot : appending.Draft.Bot, appending.Branch ?? row.Branch, appending.Content.Client?.Id ?? row.Address);
        change(row);
        Plan(row);
        foreach (var call in _ofClient.List(client.Value.ToByteArray(true)).Where(call => call.Kind == FollowUpKinds.Call && call.Code is null && (row.LastInAt > call.SinceAt || row.Code is not null)))
        {
            (call.Code, call.NextAt) = (row.Code ?? "answered", null);
            _rows.Upsert(call);
        }
    }

    /// <summary>Once a day and client, and so once a call.</summary>
    private void Miss(ClientId client, AppendingEvent appending)
    {
        var day = WallClock.Of(appending.EffectiveAt, ZoneOf(appending.Branch)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var key = $"call-{client}-{day}";
        if (!settings.FollowUps.AnswersCalls || _byKey.First(key) is not null)
        {
            return;
        }

        _rows.Insert(new FollowUpRow
        {
            Key = key, Kind = FollowUpKinds.Call, ClientId = client, Bot = appending.Draft.Bot, Branch = appending.Branch, Address = appending.Content.Client?.Id,
            SinceAt = appending.EffectiveAt, NextAt = appending.EffectiveAt,
        });
        bell.Ring(appending.Seq);
    }

    private TimeZoneInfo ZoneOf(string? branch) => branch is not null && zones.Branches.TryGetValue(branch, out var own) ? own : zones.Organization;
}
