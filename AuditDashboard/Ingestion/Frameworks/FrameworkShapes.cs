using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>Assistant frameworks whose bodies are known by their shape (channels.md section 9).</summary>
internal static class FrameworkShapes
{
    private static readonly Shape[] All =
    [
        new("langfuse", LangfuseBatch.Recognizes, LangfuseBatch.Translate),
        new("rasa", RasaEvent.Recognizes, RasaEvent.Translate),
        new("dialogflow", DialogflowEs.Recognizes, DialogflowEs.Translate),
        new("dialogflow-cx", DialogflowCx.Recognizes, DialogflowCx.Translate),
        new("flat", FlatBody.Recognizes, FlatBody.Translate),
    ];

    public static Shape? Of(ForeignValue body) => Array.Find(All, shape => shape.Recognizes(body));

    public static Shape? Named(string envelope) => Array.Find(All, shape => shape.Envelope == envelope);

    /// <param name="Envelope">How the log names what came this way.</param>
    internal sealed record Shape(string Envelope, Func<ForeignValue, bool> Recognizes, Func<ForeignValue, Circumstances, IEnumerable<TranslatedEvent>> Translate)
    {
        /// <param name="bytes">The body, valid JSON in UTF-8: goes to the log with the first of its events.</param>
        public IEnumerable<OfferedEvent> Offer(ForeignValue body, ReadOnlyMemory<byte> bytes, Circumstances given, string? outerId) =>
            Translate(body, given).Select((happened, i) => happened.Offer(Envelope, i == 0 ? bytes : default) with { Original = bytes, OuterId = outerId });
    }
}
