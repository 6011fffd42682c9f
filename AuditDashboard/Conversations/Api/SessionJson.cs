using System.Text.Json;

namespace AuditDashboard.Conversations.Api;

/// <summary>A session as http-api.md section 3 gives it: UTC with Z and milliseconds, absent members null.</summary>
internal static class SessionJson
{
    public static void Write(Utf8JsonWriter json, SessionSummary session)
    {
        json.WriteString("sessionId", session.Id.Value);
        json.WriteString("session", session.Key);
        json.WriteString("bot", session.Bot);
        json.WriteString("clientId", session.ClientId?.ToString());
        json.WriteStartObject("client");
        json.WriteString("externalId", session.ClientAddress);
        json.WriteString("name", session.ClientName);
        json.WriteString("phone", session.Phone);
        json.WriteEndObject();
        json.WriteString("channel", session.Channel);
        json.WriteString("branch", session.Branch);
        json.WriteString("startedAt", EventJson.Utc(session.StartedAt));
        json.WriteString("lastActivityAt", EventJson.Utc(session.LastActivityAt));
        json.WriteString("closedAt", session.ClosedAt is { } closed ? EventJson.Utc(closed) : null);
        json.WriteNumber("messages", session.Messages);
        json.WriteString("outcome", session.Outcome);
        WriteNumber(json, "responseMs", session.ResponseMs);
        json.WriteNumber("slowTurns", session.SlowTurns);
        json.WriteBoolean("hasHuman", session.HasHuman);
        json.WriteBoolean("escalated", session.Escalated);
        json.WriteBoolean("complaint", session.Complaint);
        json.WriteStartObject("lead");
        json.WriteString("id", session.LeadId);
        WriteNumber(json, "bitrix24", session.LeadBitrix24);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
