using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Foreign;
using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>A tool the assistant used.</summary>
internal static class TellTool
{
    private const string NamePrefix = "execute_tool ";

    /// <param name="place">Session, user and channel of the trace it belongs to: tools' spans name none.</param>
    public static TranslatedEvent Tell(OtlpSpan span, TracePlace? place, DateTimeOffset receivedAt)
    {
        var facts = new Facts(span);
        var own = TracePlace.Of(span);
        var (start, end) = SpanTimes.Of(span, receivedAt);
        var session = own?.Session ?? place?.Session;
        return new TranslatedEvent(DedupeKey.Of("otlp", span.Ids.Trace!, span.Ids.Span!), "tool.called", start)
        {
            Session = session ?? span.Ids.Trace, Address = ClientAddress.Of(own?.Channel ?? place?.Channel, own?.User ?? place?.User, session),
            Release = facts.Words(Names.Release), LatencyMs = (long)(end - start).TotalMilliseconds,
            Data =
            [
                ("name", facts.Words(Names.Tool) ?? (span.Name.StartsWith(NamePrefix, StringComparison.Ordinal) ? span.Name[NamePrefix.Length..] : span.Name)),
                ("callId", facts.Words(Names.ToolCall)), ("arguments", facts.Written(Names.ToolArguments)), ("result", facts.Written(Names.ToolResult)),
                ("error", SpanError.Of(span)), ("traceId", span.Ids.Trace), ("spanId", span.Ids.Span),
            ],
        };
    }
}
