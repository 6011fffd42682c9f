using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>Why a span failed: its <c>error.type</c>, else the type of its exception, else that its status says so; null when it did not.</summary>
internal static class SpanError
{
    private const int Failed = 2;

    public static string? Of(OtlpSpan span) =>
        span.Attributes["error.type"].Words
        ?? (span.Status == Failed
            ? span.Events.FirstOrDefault(happening => happening.Name == "exception")?.Attributes["exception.type"].Words ?? "error"
            : null);
}
