using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>
/// Body of Langfuse's ingestion API (channels.md section 9): a trace is one turn, its generations are calls of models. Ids come from the trace, so that
/// what is created now and updated in a later batch stays one question and one answer.
/// </summary>
internal static class LangfuseBatch
{
    public static bool Recognizes(ForeignValue body) =>
        body["batch"].IsList && body["batch"].Items.All(item => item["type"].Text is not null && item["body"].IsObject);

    public static IEnumerable<TranslatedEvent> Translate(ForeignValue body, Circumstances given)
    {
        var traces = new Dictionary<string, LangfuseTrace>(StringComparer.Ordinal);
        foreach (var item in body["batch"].Items)
        {
            var (type, content) = (item["type"].Text!, item["body"]);
            var at = LocalMoment.Parse(item["timestamp"], TimeZoneInfo.Utc) ?? given.ReceivedAt;
            if (type.StartsWith("trace-", StringComparison.Ordinal) && content["id"].Words is { } trace)
            {
                Of(traces, trace).Add(content, at);
            }
            else if (IsGeneration(type, content) && content["traceId"].Words is { } parent)
            {
                Of(traces, parent).AddGeneration(content, at);
            }
        }

        return traces.Values.SelectMany(trace => trace.Tell());
    }

    private static bool IsGeneration(string type, ForeignValue content) =>
        type.StartsWith("generation-", StringComparison.Ordinal)
        || (type.StartsWith("observation-", StringComparison.Ordinal) && content["type"].Text == "GENERATION");

    private static LangfuseTrace Of(Dictionary<string, LangfuseTrace> traces, string id)
    {
        if (!traces.TryGetValue(id, out var trace))
        {
            traces[id] = trace = new LangfuseTrace(id);
        }

        return trace;
    }
}
