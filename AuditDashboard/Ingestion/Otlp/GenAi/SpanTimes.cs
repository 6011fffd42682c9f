using AuditDashboard.Ingestion.Otlp.Reading;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>When a span began and ended; a moment that cannot be true is not believed.</summary>
internal static class SpanTimes
{
    private const ulong NanosOfMilli = 1_000_000;
    private const ulong Earliest = 946_684_800_000;
    private const ulong Latest = 4_102_444_800_000;

    /// <returns>UTC, to the millisecond. Without a start the end counts for both, without both the receipt.</returns>
    public static (DateTimeOffset Start, DateTimeOffset End) Of(OtlpSpan span, DateTimeOffset receivedAt)
    {
        var end = Moment(span.End) ?? Moment(span.Start) ?? receivedAt;
        var start = Moment(span.Start) ?? end;
        return start <= end ? (start, end) : (start, start);
    }

    /// <param name="nanos">Nanoseconds of the Unix epoch.</param>
    public static DateTimeOffset? Moment(ulong nanos) =>
        nanos / NanosOfMilli is var millis and > Earliest and < Latest ? DateTimeOffset.FromUnixTimeMilliseconds((long)millis) : null;
}
