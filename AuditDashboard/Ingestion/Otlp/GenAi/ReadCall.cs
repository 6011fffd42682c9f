using AuditDashboard.Ingestion.Foreign;
using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>A GenAI span as a call of a model.</summary>
internal static class ReadCall
{
    public static ModelCall Of(OtlpSpan span, DateTimeOffset receivedAt)
    {
        var facts = new Facts(span);
        var (start, end) = SpanTimes.Of(span, receivedAt);
        var said = SaidInSpan.Read(span);
        return new ModelCall(span.Ids.Trace!, span.Ids.Span!, start, end)
        {
            Session = span.Attributes.FirstWords(Names.Session), User = span.Attributes.FirstWords(Names.User), Channel = facts.Words(Names.Channel),
            Lead = facts.Words(Names.Lead), Intent = facts.Words(Names.Intent), Confidence = facts.Number(Names.IntentConfidence),
            Operation = span.Attributes["gen_ai.operation.name"].Text ?? (SpanUses.Of(span) == SpanUse.Embedding ? "embeddings" : "chat"),
            Provider = facts.Words(Names.Provider), RequestModel = RequestModel(span, facts), ResponseModel = facts.Words(Names.ResponseModel),
            Prompt = facts.Words(Names.Prompt), PromptVersion = facts.Words(Names.PromptVersion), Release = facts.Words(Names.Release),
            Agent = facts.Words(Names.Agent), ResponseId = facts.Words(Names.ResponseId),
            FinishReason = facts.Joined(Names.FinishReasons) ?? said.Find(message => message.IsOutput)?.FinishReason,
            Error = SpanError.Of(span), InputTokens = facts.Whole(Names.InputTokens), OutputTokens = facts.Whole(Names.OutputTokens),
            CachedTokens = facts.Whole(Names.CachedTokens), ReasoningTokens = facts.Whole(Names.ReasoningTokens),
            FirstChunkMs = facts.Number(Names.FirstChunkSeconds) is { } seconds and >= 0 and < 86_400 ? (long)Math.Round(seconds * 1000) : null,
            AnswersInWords = SpanUses.Of(span) == SpanUse.Inference && !IsForPrograms(span.Attributes), Said = WithFinish(said, facts),
        };
    }

    /// <summary>OpenInference names only the model that answered; what was asked for stands in the parameters of the call.</summary>
    private static string? RequestModel(OtlpSpan span, Facts facts) =>
        facts.Words(Names.RequestModel) ?? span.Attributes["llm.invocation_parameters"].Unpacked["model"].Text;

    /// <summary>Newer instrumentations give the reason once for the span and not with the message.</summary>
    private static List<Said> WithFinish(List<Said> said, Facts facts) => facts.Joined(Names.FinishReasons) is { } reason
        ? said.ConvertAll(message => message.IsOutput && message.FinishReason is null ? message with { FinishReason = reason } : message)
        : said;

    private static bool IsForPrograms(ForeignValue attributes) =>
        attributes["gen_ai.output.type"].Text is { } type && type != "text"
        || attributes["gen_ai.openai.request.response_format"].Text?.StartsWith("json", StringComparison.Ordinal) == true;
}
