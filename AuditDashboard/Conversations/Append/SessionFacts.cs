using AuditDashboard.Conversations.Clients;
using AuditDashboard.Conversations.Sessions;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Append;

/// <summary>What an event adds to its session's row.</summary>
internal static class SessionFacts
{
    private const int Shown = 200;

    public static void Add(SessionRow session, AppendingEvent appending, ClientRow client)
    {
        var (content, moment) = (appending.Content, appending.EffectiveAt);
        session.Channel ??= content.Channel;
        session.Branch ??= content.Branch ?? appending.Draft.Branch;
        var (start, owner, address) = (session.StartedAt, session.ClientId, session.ClientAddress);
        session.ClientId = client.Id;
        session.ClientAddress ??= content.Client?.Id;
        session.LeadId = content.Lead?.Id ?? session.LeadId;
        session.LeadBitrix24 = content.Lead?.Bitrix24 ?? session.LeadBitrix24;
        session.Escalated |= content.Type == EventTypes.EscalationRequested;
        session.Complaint |= content.Type == EventTypes.ComplaintOpened;
        session.HasHuman |= content.Type == EventTypes.EscalationAccepted || (content.Type == EventTypes.MessageSent && content.Actor == "human");
        if (EventTypes.Activity.Contains(content.Type))
        {
            session.StartedAt = moment < session.StartedAt ? moment : session.StartedAt;
            session.LastActivityAt = moment > session.LastActivityAt ? moment : session.LastActivityAt;
        }

        if (content.Type == EventTypes.SessionClosed && moment >= session.StartedAt && (session.ClosedAt is not { } closed || moment < closed))
        {
            session.ClosedAt = moment;
        }

        session.IsMoved |= start != session.StartedAt || owner != session.ClientId || address != session.ClientAddress;
        AddMessage(session, content, moment);
        session.LastRecordedAt = appending.RecordedAt;
        session.LastWasLive = (content.Time - appending.RecordedAt).Duration() <= ClockRules.Tolerance;
        session.LastSeq = appending.Seq;
    }

    private static void AddMessage(SessionRow session, EventContent content, DateTimeOffset moment)
    {
        if (content.Type != EventTypes.MessageReceived && content.Type != EventTypes.MessageSent)
        {
            return;
        }

        session.Messages++;
        if (session.LastTextAt is { } last && ClockRules.LatestOf(moment) < last)
        {
            return;
        }

        session.LastTextAt = moment > session.LastTextAt ? moment : session.LastTextAt ?? moment;
        session.LastText = Cut(content.Text ?? content.Transcript?.Text) ?? session.LastText;
        session.LastIntent = content.Intent?.Name ?? session.LastIntent;
    }

    internal static string? Cut(string? text)
    {
        if (text is null || text.Length <= Shown)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[Shown - 1]) ? Shown - 1 : Shown)];
    }
}
