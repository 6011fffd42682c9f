using AuditDashboard.Conversations.Append;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Search;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Story;

/// <summary>A session's row made anew from its episode, with what <see cref="SessionFacts"/> would have added event by event.</summary>
internal static class SessionRetold
{
    public static SessionRow Row(SessionId id, Episode episode, Func<ClientId, ClientRow> find)
    {
        var byArrival = episode.Events.OrderBy(item => item.Stored.Seq).ToList();
        var newest = byArrival[^1].Stored;
        var client = find(episode.Start.Stored.ClientId!.Value);
        var address = episode.Events.Select(item => item.Content.Client?.Id).FirstOrDefault(known => known is not null);
        var row = new SessionRow
        {
            Id = id, Bot = episode.Bot, SessionKey = episode.Key, ConversationKey = episode.Key is { } key ? $"s|{key}" : $"c|{episode.Start.Content.Channel}|{address}",
            ClientId = client.Id, ClientAddress = address, Channel = episode.Channel, Branch = episode.Branch,
            StartedAt = episode.Start.At, LastActivityAt = episode.LastActivityAt, ClosedAt = episode.ClosedBy?.At,
            LastRecordedAt = newest.RecordedAt, LastSeq = newest.Seq, LastWasLive = (newest.OccurredAt - newest.RecordedAt).Duration() <= ClockRules.Tolerance,
        };
        AddWhatHappened(row, byArrival);
        AddMessages(row, episode);
        row.SearchText = SearchWords.Of(client.Name, client.Phone, row.LeadId);
        return row;
    }

    private static void AddWhatHappened(SessionRow row, List<StoryEvent> events)
    {
        foreach (var item in events)
        {
            row.LeadId = item.Content.Lead?.Id ?? row.LeadId;
            row.LeadBitrix24 = item.Content.Lead?.Bitrix24 ?? row.LeadBitrix24;
            row.Escalated |= item.Is(EventTypes.EscalationRequested);
            row.Complaint |= item.Is(EventTypes.ComplaintOpened);
            row.HasHuman |= item.Is(EventTypes.EscalationAccepted) || (item.Is(EventTypes.MessageSent) && item.Actor == "human");
        }
    }

    private static void AddMessages(SessionRow row, Episode episode)
    {
        foreach (var item in episode.Events.Where(item => item.Is(EventTypes.MessageReceived) || item.Is(EventTypes.MessageSent)))
        {
            row.Messages++;
            row.LastTextAt = item.At;
            row.LastText = SessionFacts.Cut(item.Content.Text ?? item.Content.Transcript?.Text) ?? row.LastText;
            row.LastIntent = item.Content.Intent?.Name ?? row.LastIntent;
        }
    }
}
