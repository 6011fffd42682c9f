using System.Text.Json;

namespace AuditDashboard.Tests.Ingestion.Otlp;

/// <summary>Spans and log records for tests, in OTLP/JSON.</summary>
internal static class SpanBuilder
{
    public const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    /// <summary>2026-11-22T10:00:00Z.</summary>
    private const long Start = 1_795_341_600_000;

    public static byte[] Traces(params object[] spans) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        resourceSpans = new[] { new { resource = new { attributes = Attributes([("service.version", "7")]) }, scopeSpans = new[] { new { spans } } } },
    });

    public static byte[] Logs(params object[] logRecords) => JsonSerializer.SerializeToUtf8Bytes(new { resourceLogs = new[] { new { scopeLogs = new[] { new { logRecords } } } } });

    /// <param name="number">Names the span and, in seconds, its start.</param>
    public static object Span(int number, string operation, params (string, object)[] more) => new
    {
        traceId = Trace, spanId = SpanId(number), name = $"{operation} it", startTimeUnixNano = Nanos(number * 1000), endTimeUnixNano = Nanos((number * 1000) + 800),
        attributes = Attributes([("gen_ai.operation.name", operation), ("gen_ai.request.model", "m-1"), .. more]),
    };

    /// <summary>The span as a child of another.</summary>
    public static object Inside(int parent, object span)
    {
        var child = JsonSerializer.SerializeToNode(span)!;
        child["parentSpanId"] = SpanId(parent);
        return child;
    }

    public static object Record(int number, string name, string text, string? role = null) => new
    {
        traceId = Trace, spanId = SpanId(number), timeUnixNano = Nanos((number * 1000) + (name == "gen_ai.choice" ? 800 : 0)), eventName = name,
        body = Value(name == "gen_ai.choice" ? new Dictionary<string, object> { ["finish_reason"] = "stop", ["message"] = new Dictionary<string, object> { ["content"] = text } }
            : new Dictionary<string, object> { ["content"] = text, ["role"] = role ?? "user" }),
    };

    public static object Verdict(int number, string name, string label) => new
    {
        traceId = Trace, spanId = SpanId(number), timeUnixNano = Nanos(60_000), eventName = "gen_ai.evaluation.result",
        attributes = Attributes([("gen_ai.evaluation.name", name), ("gen_ai.evaluation.score.label", label)]),
    };

    /// <summary>Messages as the semantic conventions write them, in a JSON string.</summary>
    public static string Messages(params (string Role, string Text)[] messages) =>
        JsonSerializer.Serialize(messages.Select(message => new { role = message.Role, parts = new[] { new { type = "text", content = message.Text } } }));

    public static string SpanId(int number) => $"00f067aa0ba9{number:x4}";

    private static string Nanos(long millis) => $"{Start + millis}000000";

    private static object[] Attributes((string Key, object Value)[] attributes) => [.. attributes.Select(attribute => (object)new { key = attribute.Key, value = Value(attribute.Value) })];

    private static object Value(object value) => value switch
    {
        string text => new { stringValue = text },
        int number => new { intValue = number.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        double number => new { doubleValue = number },
        Dictionary<string, object> members => new { kvlistValue = new { values = Attributes([.. members.Select(member => (member.Key, member.Value))]) } },
        _ => new { arrayValue = new { values = ((object[])value).Select(Value) } },
    };

}
