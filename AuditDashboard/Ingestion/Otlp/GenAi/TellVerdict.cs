using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Foreign;
using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>
/// <c>gen_ai.evaluation.result</c> about an intent becomes <c>intent.labelled</c>, by the system and never by a person: accuracy counts people's labels only.
/// Evaluations of anything else have no place in our vocabulary.
/// </summary>
internal static class TellVerdict
{
    public static readonly string Kind = "gen_ai.evaluation.result";

    /// <summary>Null where the verdict is not about an intent, or is no clear one.</summary>
    /// <param name="call">The call it judges.</param>
    /// <param name="questionId">The client's message of that call.</param>
    public static TranslatedEvent? Tell(OtlpRecord record, ModelCall call, string? questionId, DateTimeOffset receivedAt)
    {
        var name = record.Attributes["gen_ai.evaluation.name"].Text ?? "";
        if (!IsAboutIntent(record) || Verdict(record.Attributes) is not { } verdict)
        {
            return null;
        }

        return new TranslatedEvent(
            DedupeKey.Of("otlp", call.Trace, call.Span, "label", DedupeKey.Digest($"{name}\n{verdict}", 32)), "intent.labelled", SpanTimes.Moment(record.Time) ?? receivedAt)
        {
            Session = call.Session ?? call.Trace, Address = call.Address, Actor = "system", InReplyTo = questionId, Intent = call.Intent, Confidence = call.Confidence,
            Data = [("verdict", verdict), ("reviewer", name), ("score", record.Attributes["gen_ai.evaluation.score.value"].Number)],
        };
    }

    public static bool IsAboutIntent(OtlpRecord record) =>
        record.Kind == Kind && record.Attributes["gen_ai.evaluation.name"].Text?.Contains("intent", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Verdict(ForeignValue attributes) => attributes["gen_ai.evaluation.score.label"].Text?.ToLowerInvariant() switch
    {
        "correct" or "pass" or "passed" or "true" or "relevant" => "correct",
        "wrong" or "incorrect" or "fail" or "failed" or "false" => "wrong",
        "unclear" or "unknown" => "unclear",
        _ => attributes["gen_ai.evaluation.score.value"].Number switch { 1 => "correct", 0 => "wrong", _ => null },
    };
}
