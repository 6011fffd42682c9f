using System.Text.Json;
using System.Text.Unicode;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Bodies;
using AuditDashboard.Ingestion.Frameworks;

namespace AuditDashboard.Ingestion;

/// <summary>
/// The bodies of http-api.md section 2: native events and the three modes of CloudEvents, single or many; and those of assistant frameworks (section 4),
/// which are known by their shape.
/// </summary>
public sealed class EventBody(SalonZones zones, TimeProvider time)
{
    /// <summary>Events a request may carry.</summary>
    public static readonly int MostEvents = 500;

    /// <summary>Bytes an event may have.</summary>
    public static readonly int MostBytes = 262_144;

    private readonly FrameworkBodies _frameworks = new(zones, time);

    /// <summary>
    /// Cuts a body into its events without copying. Refusals: <c>media-type</c>, <c>encoding</c> (no UTF-8), <c>json</c> (does not parse),
    /// <c>too-many-events</c>, <c>too-large</c> (a lone event over 256 KiB).
    /// </summary>
    /// <param name="text">The body without a byte order mark.</param>
    /// <param name="branch">Of the sender: local times are in its zone.</param>
    public Outcome<IReadOnlyList<OfferedEvent>> Read(HttpRequest request, ReadOnlyMemory<byte> text, string? branch) =>
        OfFramework(request, text, branch, null) ?? ReadOwn(request, text);

    /// <summary>The same for a signed call: a single event that is no CloudEvent takes <paramref name="webhookId"/> as its id.</summary>
    /// <param name="sentAt"><c>webhook-timestamp</c>: the event's time where the body has none.</param>
    public Outcome<IReadOnlyList<OfferedEvent>> ReadSigned(
        HttpRequest request, ReadOnlyMemory<byte> text, string? branch, string webhookId, DateTimeOffset sentAt)
    {
        if (OfFramework(request, text, branch, webhookId) is { } theirs)
        {
            return theirs;
        }

        var offered = ReadOwn(request, text);
        var isArray = text.Span.TrimStart(" \t\r\n"u8).StartsWith("["u8);
        return offered.Succeeded && !isArray && offered.Value[0].Envelope == Envelopes.Native
            ? One(WebhookBody.Translate(offered.Value[0].Json, webhookId, sentAt))
            : offered;
    }

    private static Outcome<IReadOnlyList<OfferedEvent>> ReadOwn(HttpRequest request, ReadOnlyMemory<byte> text)
    {
        if (BodyFormat.Of(request) is not { } format)
        {
            return new Refusal("media-type");
        }

        if (!Utf8.IsValid(text.Span))
        {
            return new Refusal("encoding");
        }

        try
        {
            return format is BodyFormat.Kind.BinaryCloudEvent ? One(BinaryCloudEvent.Read(request, text)) : Read(format, text);
        }
        catch (JsonException)
        {
            return new Refusal("json");
        }
    }

    /// <summary>Null where the body is no framework's.</summary>
    private Outcome<IReadOnlyList<OfferedEvent>>? OfFramework(HttpRequest request, ReadOnlyMemory<byte> text, string? branch, string? webhookId)
    {
        var theirs = BodyFormat.Of(request) is BodyFormat.Kind.Native ? _frameworks.Read(text, branch, webhookId)
            : BodyFormat.IsCyrillic(request) ? _frameworks.ReadCyrillic(text, branch, webhookId)
            : null;
        if (theirs is null)
        {
            return null;
        }

        return theirs.Count > MostEvents ? new Refusal("too-many-events") : new Outcome<IReadOnlyList<OfferedEvent>>(theirs, null);
    }

    private static Outcome<IReadOnlyList<OfferedEvent>> Read(BodyFormat.Kind format, ReadOnlyMemory<byte> text)
    {
        var items = ItemSplitter.Split(text, MostEvents, out var isArray);
        if (items is null)
        {
            return new Refusal("too-many-events");
        }

        if ((format is BodyFormat.Kind.CloudEvent && isArray) || (format is BodyFormat.Kind.CloudEventBatch && !isArray))
        {
            return new Refusal("json");
        }

        if (!isArray && items[0].Length > MostBytes)
        {
            return new Refusal("too-large");
        }

        var offered = new OfferedEvent[items.Count];
        for (var i = 0; i < offered.Length; i++)
        {
            offered[i] = format is BodyFormat.Kind.Native ? new OfferedEvent(items[i], Envelopes.Native) : CloudEvent.Translate(items[i]);
        }

        return offered;
    }

    private static OfferedEvent[] One(OfferedEvent offered) => [offered];
}
