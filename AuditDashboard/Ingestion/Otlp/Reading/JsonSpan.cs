using System.Text.Json;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>One span and one log record in OTLP/JSON.</summary>
internal static class JsonSpan
{
    public static OtlpSpan Read(JsonElement span, ForeignValue resource)
    {
        var status = JsonValues.Part(span, "status");
        return new OtlpSpan
        {
            Ids = JsonValues.Ids(span), ParentId = JsonValues.Text(span, "parentSpanId"), Name = JsonValues.Text(span, "name") ?? "",
            Start = JsonValues.Number(span, "startTimeUnixNano"), End = JsonValues.Number(span, "endTimeUnixNano"),
            Attributes = JsonValues.Members(span, "attributes"), Resource = resource,
            Status = JsonValues.Text(status, "code") is "STATUS_CODE_ERROR" ? 2 : (int)Math.Min(JsonValues.Number(status, "code"), 3),
            StatusMessage = JsonValues.Text(status, "message"),
            Events =
            [
                .. from happening in JsonValues.List(span, "events")
                   let name = JsonValues.Text(happening, "name")
                   where name is { Length: > 0 }
                   select new OtlpSpan.Happening(name, JsonValues.Members(happening, "attributes")),
            ],
        };
    }

    public static OtlpRecord ReadRecord(JsonElement record)
    {
        var time = JsonValues.Number(record, "timeUnixNano");
        return new OtlpRecord
        {
            Ids = JsonValues.Ids(record), Time = time == 0 ? JsonValues.Number(record, "observedTimeUnixNano") : time,
            EventName = JsonValues.Text(record, "eventName"), Body = JsonValues.Read(JsonValues.Part(record, "body")),
            Attributes = JsonValues.Members(record, "attributes"),
        };
    }
}
