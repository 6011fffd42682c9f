using System.Buffers;

namespace AuditDashboard.Ingestion.Otlp.Reading;

/// <summary>Trace and span, in lower-case hexadecimal.</summary>
internal readonly record struct OtlpIds(string? Trace, string? Span)
{
    private const int TraceBytes = 16;
    private const int SpanBytes = 8;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Of the right length and not all zeros (trace.proto).</summary>
    public bool AreValid => IsId(Trace, TraceBytes) && IsId(Span, SpanBytes);

    public static string Of(ReadOnlySpan<byte> id) => Convert.ToHexStringLower(id);

    private static bool IsId(string? id, int bytes) =>
        id?.Length == 2 * bytes && id.AsSpan().ContainsAnyExcept('0') && !id.AsSpan().ContainsAnyExcept(Hex);
}
