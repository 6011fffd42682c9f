using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>Where a trace belongs: what one of its spans says holds for those that say nothing.</summary>
internal sealed record TracePlace(string Session, string? User, string? Channel)
{
    /// <summary>Null where the span names no session.</summary>
    public static TracePlace? Of(OtlpSpan span) => span.Attributes.FirstWords(Names.Session) is { } session
        ? new TracePlace(session, span.Attributes.FirstWords(Names.User), new Facts(span).Words(Names.Channel))
        : null;

    public ModelCall Complete(ModelCall call) =>
        call.Session is null ? call with { Session = Session, User = call.User ?? User, Channel = call.Channel ?? Channel } : call;
}
