using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>What a span is to us.</summary>
internal enum SpanUse
{
    /// <summary>HTTP, a database, an agent around calls that have spans of their own: accepted, counted, not stored.</summary>
    None,

    /// <summary>A model was asked for words.</summary>
    Inference,

    /// <summary>A model was asked for vectors.</summary>
    Embedding,

    Tool,
}

/// <summary>Tells spans apart by whatever their instrumentation says of them.</summary>
internal static class SpanUses
{
    public static SpanUse Of(OtlpSpan span)
    {
        var attributes = span.Attributes;
        if (attributes["gen_ai.operation.name"].Text is { } operation)
        {
            return OfOperation(operation);
        }

        if (attributes["openinference.span.kind"].Text is { } kind)
        {
            return kind.ToUpperInvariant() switch
            {
                "LLM" => SpanUse.Inference,
                "EMBEDDING" => SpanUse.Embedding,
                "TOOL" => SpanUse.Tool,
                _ => SpanUse.None,
            };
        }

        var namesModel = !attributes["gen_ai.request.model"].IsNone || !attributes["gen_ai.response.model"].IsNone || !attributes["llm.model_name"].IsNone;
        return namesModel || !attributes["gen_ai.tool.name"].IsNone ? OfName(span.Name) : SpanUse.None;
    }

    /// <summary>Anything that can name the conversation of its trace.</summary>
    public static bool NamesSession(OtlpSpan span) => span.Attributes.FirstWords(Names.Session) is not null;

    private static SpanUse OfOperation(string operation) => operation switch
    {
        "chat" or "generate_content" or "text_completion" => SpanUse.Inference,
        "embeddings" => SpanUse.Embedding,
        "execute_tool" => SpanUse.Tool,
        _ => SpanUse.None,
    };

    /// <summary>Older instrumentations say the operation only as the first word of the name.</summary>
    private static SpanUse OfName(string name) => name.Split(' ')[0] switch
    {
        "execute_tool" => SpanUse.Tool,
        "embeddings" or "embedding" => SpanUse.Embedding,
        "invoke_agent" or "create_agent" or "invoke_workflow" or "retrieval" => SpanUse.None,
        _ => SpanUse.Inference,
    };
}
