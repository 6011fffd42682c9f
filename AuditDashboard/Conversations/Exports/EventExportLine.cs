using System.Text.Json;
using AuditDashboard.Conversations.Api;
using AuditDashboard.Conversations.Clients;
using AuditDashboard.Events;
using AuditDashboard.Storage;

namespace AuditDashboard.Conversations.Exports;

/// <summary>One event: the object of <c>GET /api/v1/events</c>, or its members as columns.</summary>
internal sealed class EventExportLine(StoredEvent stored) : IExportLine
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "seq", "id", "type", "kind", "actor", "occurredAt", "recordedAt", "channel", "bot", "branch", "source", "endpoint", "sessionId", "session",
        "clientId", "clientExternalId", "clientName", "clientPhone", "text", "transcript", "externalId", "inReplyTo", "intent", "intentConfidence",
        "modelProvider", "model", "modelVersion", "release", "scenario", "scenarioVersion", "scenarioStep", "leadId", "leadBitrix24", "bookingId", "service",
        "staff", "start", "end", "price", "currency", "payment", "inputTokens", "outputTokens", "latencyMs", "callDirection", "callResult",
        "callDurationSeconds", "flags",
    ];

    private static readonly EventContent Gone = new();

    public void WriteJson(Utf8JsonWriter json) => EventJson.Write(json, stored);

    public void WriteCells(IExportCells cells)
    {
        var content = stored.Content ?? Gone;
        cells.Whole(stored.Seq);
        cells.Text(stored.Id);
        cells.Text(stored.Type);
        cells.Text(EventJson.KindOf(stored.Type, content));
        cells.Text(stored.Content is null ? null : EventJson.ActorOf(stored.Type, content));
        cells.Moment(stored.OccurredAt);
        cells.Moment(stored.RecordedAt);
        WritePlace(cells, content);
        cells.Text(content.Text);
        cells.Text(content.Transcript?.Text);
        cells.Text(content.ExternalId);
        cells.Text(content.InReplyTo);
        WriteTags(cells, content);
        WriteBusiness(cells, content);
        cells.Whole(content.Usage?.InputTokens);
        cells.Whole(content.Usage?.OutputTokens);
        cells.Whole(content.LatencyMs);
        cells.Text(content.Call?.Direction);
        cells.Text(content.Call?.Result);
        cells.Number(content.Call?.DurationSeconds);
        cells.Text(stored.Flags == EventFlags.None ? null : string.Join(' ', EventJson.WordsOf(stored.Flags)));
    }

    private void WritePlace(IExportCells cells, EventContent content)
    {
        cells.Text(stored.Channel);
        cells.Text(stored.Bot);
        cells.Text(stored.Branch);
        cells.Text(stored.Source);
        cells.Text(stored.Endpoint);
        cells.Text(stored.SessionId?.ToString());
        cells.Text(content.Session);
        cells.Text(stored.ClientId?.ToString());
        cells.Text(content.Client?.Id);
        cells.Text(content.Client?.Name);
        cells.Phone(content.Client?.Phone is { } phone ? Phones.Normalize(phone) ?? phone : null);
    }

    private static void WriteTags(IExportCells cells, EventContent content)
    {
        cells.Text(content.Intent?.Name);
        cells.Number(content.Intent?.Confidence);
        cells.Text(content.Model?.Provider);
        cells.Text(content.Model?.Name);
        cells.Text(content.Model?.Version);
        cells.Text(content.Release);
        cells.Text(content.Scenario?.Id);
        cells.Text(content.Scenario?.Version);
        cells.Text(content.Scenario?.Step);
    }

    private static void WriteBusiness(IExportCells cells, EventContent content)
    {
        var booking = content.Booking;
        cells.Text(content.Lead?.Id);
        cells.Whole(content.Lead?.Bitrix24);
        cells.Text(booking?.Id);
        cells.Text(booking?.Service);
        cells.Text(booking?.Staff);
        cells.Moment(booking?.Start);
        cells.Moment(booking?.End);
        cells.Money(booking?.PriceKopecks);
        cells.Text(booking?.Currency ?? content.Payment?.Currency);
        cells.Money(content.Payment?.AmountKopecks);
    }
}
