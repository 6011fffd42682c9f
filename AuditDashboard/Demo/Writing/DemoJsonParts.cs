using System.Text.Json;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Visits;

namespace AuditDashboard.Demo.Writing;

/// <summary>The members of an event that are objects of their own.</summary>
internal static class DemoJsonParts
{
    /// <summary>A token is about three letters of Russian.</summary>
    private const int LettersPerToken = 3;

    /// <summary><c>lead</c>, <c>booking</c>, <c>payment</c>, <c>source</c>, <c>usage</c>, <c>latencyMs</c>.</summary>
    public static void Business(Utf8JsonWriter json, DemoDraft draft)
    {
        if (draft.Lead is { } lead)
        {
            json.WriteStartObject("lead");
            json.WriteString("id", lead);
            json.WriteEndObject();
        }

        if (draft.Visit is { } visit)
        {
            Booking(json, visit);
        }

        if (draft.Payment is { } roubles)
        {
            json.WriteStartObject("payment");
            json.WriteNumber("amount", roubles);
            json.WriteString("currency", "RUB");
            json.WriteEndObject();
        }

        if (draft.Source is { UtmSource: not null } source)
        {
            Source(json, source);
        }

        if (draft.LatencyMs is { } latency)
        {
            json.WriteStartObject("usage");
            json.WriteNumber("inputTokens", 600 + ((draft.Text?.Length ?? 0) * 2));
            json.WriteNumber("outputTokens", 8 + ((draft.Text?.Length ?? 0) / LettersPerToken));
            json.WriteEndObject();
            json.WriteNumber("latencyMs", latency);
        }
    }

    /// <summary><c>media</c>, <c>transcript</c>, <c>call</c>.</summary>
    public static void Sound(Utf8JsonWriter json, DemoDraft draft)
    {
        if (draft.Voice is { FileId: { } file } voice)
        {
            json.WriteStartObject("media");
            json.WriteString("kind", "voice");
            json.WriteString("fileId", file);
            json.WriteString("mime", "audio/ogg");
            json.WriteNumber("durationSeconds", voice.Seconds);
            json.WriteEndObject();
        }

        if (draft.Voice is { Heard: { } heard } transcript)
        {
            json.WriteStartObject("transcript");
            json.WriteString("text", heard);
            json.WriteNumber("confidence", transcript.Confidence);
            json.WriteString("engine", "whisper-large-v3");
            json.WriteEndObject();
        }

        if (draft.Call is { } call)
        {
            json.WriteStartObject("call");
            json.WriteString("direction", call.Direction);
            Optional(json, "result", call.Result);
            Optional(json, "durationSeconds", call.Seconds);
            Optional(json, "waitSeconds", call.WaitSeconds);
            json.WriteEndObject();
        }
    }

    private static void Booking(Utf8JsonWriter json, Visit visit)
    {
        json.WriteStartObject("booking");
        json.WriteString("id", visit.Id);
        json.WriteString("service", visit.Service.Name);
        json.WriteString("staff", visit.Master.Name);
        json.WriteString("start", DemoJson.Local(visit.Start));
        json.WriteString("end", DemoJson.Local(visit.End));
        json.WriteNumber("price", visit.Service.Price);
        json.WriteString("currency", "RUB");
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, DemoSource source)
    {
        json.WriteStartObject("source");
        Optional(json, "utm_source", source.UtmSource);
        Optional(json, "utm_medium", source.UtmMedium);
        Optional(json, "utm_campaign", source.UtmCampaign);
        Optional(json, "start", source.Start);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Optional(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
