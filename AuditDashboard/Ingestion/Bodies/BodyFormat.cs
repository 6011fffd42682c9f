namespace AuditDashboard.Ingestion.Bodies;

/// <summary>Tells the formats apart by Content-Type (CloudEvents HTTP binding 1.0.2, section 3).</summary>
internal static class BodyFormat
{
    public enum Kind
    {
        Native,
        CloudEvent,
        CloudEventBatch,
        BinaryCloudEvent,
    }

    /// <summary>Null where the type is none of ours, or the charset is not UTF-8.</summary>
    public static Kind? Of(HttpRequest request)
    {
        var header = request.ContentType.AsSpan();
        var cut = header.IndexOf(';');
        var type = (cut < 0 ? header : header[..cut]).Trim();
        if (cut >= 0 && !IsUtf8(header[cut..]))
        {
            return null;
        }

        if (Is(type, "application/cloudevents-batch+json"))
        {
            return Kind.CloudEventBatch;
        }

        if (Is(type, "application/cloudevents+json"))
        {
            return Kind.CloudEvent;
        }

        var isBinary = request.Headers.ContainsKey("ce-specversion");
        return Is(type, "application/json") || (isBinary && type.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
            ? isBinary ? Kind.BinaryCloudEvent : Kind.Native
            : null;
    }

    /// <summary>Plain JSON in windows-1251: assistant frameworks alone may send it, nothing of ours is.</summary>
    public static bool IsCyrillic(HttpRequest request) =>
        request.ContentType?.StartsWith("application/json;", StringComparison.OrdinalIgnoreCase) == true
        && Is(Charset(request.ContentType), "windows-1251") && !request.Headers.ContainsKey("ce-specversion");

    private static bool Is(ReadOnlySpan<char> type, string expected) => type.Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(ReadOnlySpan<char> parameters) => Charset(parameters) is var charset && (charset.IsEmpty || Is(charset, "utf-8") || Is(charset, "utf8"));

    /// <summary>Empty where none is named.</summary>
    private static ReadOnlySpan<char> Charset(ReadOnlySpan<char> parameters)
    {
        var at = parameters.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return [];
        }

        var charset = parameters[(at + 8)..];
        var end = charset.IndexOf(';');
        return (end < 0 ? charset : charset[..end]).Trim().Trim('"');
    }
}
