using System.Text.Json;
using AuditDashboard.Conversations.Api;
using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Exports;

/// <summary>One session: the object of <c>GET /api/v1/sessions</c>, or its members as columns.</summary>
internal sealed class SessionExportLine(SessionSummary session) : IExportLine
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "sessionId", "session", "startedAt", "lastActivityAt", "closedAt", "channel", "bot", "branch", "clientId", "clientExternalId", "clientName", "clientPhone",
        "messages", "lastIntent", "outcome", "responseMs", "slowTurns", "hasHuman", "escalated", "complaint", "leadId", "leadBitrix24", "lastText",
    ];

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        SessionJson.Write(json, session);
        json.WriteEndObject();
    }

    public void WriteCells(IExportCells cells)
    {
        cells.Text(session.Id.ToString());
        cells.Text(session.Key);
        cells.Moment(session.StartedAt);
        cells.Moment(session.LastActivityAt);
        cells.Moment(session.ClosedAt);
        cells.Text(session.Channel);
        cells.Text(session.Bot);
        cells.Text(session.Branch);
        cells.Text(session.ClientId?.ToString());
        cells.Text(session.ClientAddress);
        cells.Text(session.ClientName);
        cells.Phone(session.Phone);
        cells.Whole(session.Messages);
        cells.Text(session.LastIntent);
        cells.Text(session.Outcome);
        cells.Whole(session.ResponseMs);
        cells.Whole(session.SlowTurns);
        cells.Truth(session.HasHuman);
        cells.Truth(session.Escalated);
        cells.Truth(session.Complaint);
        cells.Text(session.LeadId);
        cells.Whole(session.LeadBitrix24);
        cells.Text(session.LastText);
    }
}
