using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>
/// What a call of a model is in our log: <c>llm.called</c> at its start, and the client's and the assistant's words where they are known. Every
/// instrumentation ends up in the same events, so that the replay reads the same.
/// </summary>
internal static class TellCall
{
    public static readonly string LlmCalled = "llm.called";

    public static IEnumerable<TranslatedEvent> Tell(ModelCall call)
    {
        var turn = Turn.Of(call.Said, call.AnswersInWords);
        if (turn is { IsNews: true } && call.AnswersInWords && turn.QuestionId(call.Trace) is { } question)
        {
            yield return Base(call, question, "message.received", call.Start) with
            {
                Actor = "client", Text = turn.Question, Intent = call.Intent, Confidence = call.Confidence,
            };
        }

        yield return Made(call, DedupeKey.Of("otlp", call.Trace, call.Span), LlmCalled, call.Start) with
        {
            Intent = call.Intent, Confidence = call.Confidence, Data = Details(call),
        };
        if (turn.Answer is not null)
        {
            yield return Made(call, DedupeKey.Of("otlp", call.Trace, call.Span, "out"), "message.sent", call.End) with
            {
                Actor = "ai", Text = turn.Answer, InReplyTo = turn.QuestionId(call.Trace), Data = [("traceId", call.Trace), ("spanId", call.Span)],
            };
        }
    }

    private static TranslatedEvent Made(ModelCall call, string id, string type, DateTimeOffset time) => Base(call, id, type, time) with
    {
        Provider = call.Provider, Model = call.RequestModel ?? call.ResponseModel, ModelVersion = call.ResponseModel,
        Scenario = call.Prompt, ScenarioVersion = call.PromptVersion, InputTokens = call.InputTokens, OutputTokens = call.OutputTokens, LatencyMs = call.LatencyMs,
    };

    private static TranslatedEvent Base(ModelCall call, string id, string type, DateTimeOffset time) => new(id, type, time)
    {
        Session = call.Session ?? call.Trace, Address = call.Address, Lead = call.Lead, Release = call.Release,
    };

    private static (string Name, object? Value)[] Details(ModelCall call) =>
    [
        ("operation", call.Operation), ("finishReason", call.FinishReason), ("error", call.Error), ("timeToFirstChunkMs", call.FirstChunkMs),
        ("cachedTokens", call.CachedTokens), ("reasoningTokens", call.ReasoningTokens), ("agent", call.Agent), ("responseId", call.ResponseId),
        ("traceId", call.Trace), ("spanId", call.Span), ("sessionUnknown", call.Session is null ? true : null),
    ];
}
