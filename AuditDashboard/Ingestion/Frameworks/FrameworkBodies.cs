using System.Text;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Bodies;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>Bodies of assistant frameworks, alone or in an array, as events; whatever is none of theirs goes the usual way.</summary>
internal sealed class FrameworkBodies(SalonZones zones, TimeProvider time) : IReadAgain
{
    private const int Cyrillic = 1251;

    /// <summary>Null where the body is no framework's.</summary>
    /// <param name="text">Without a byte order mark.</param>
    /// <param name="webhookId">Id of a signed call, or null.</param>
    public IReadOnlyList<OfferedEvent>? Read(ReadOnlyMemory<byte> text, string? branch, string? webhookId = null) =>
        FrameworkPeek.MayBe(text.Span) ? Translate(text, Given(text, branch, webhookId, time.GetUtcNow()), webhookId) : null;

    /// <summary>The same for a body in windows-1251, as 1C and older tools send it.</summary>
    public IReadOnlyList<OfferedEvent>? ReadCyrillic(ReadOnlyMemory<byte> text, string? branch, string? webhookId = null) =>
        Read(Encoding.UTF8.GetBytes(CodePagesEncodingProvider.Instance.GetEncoding(Cyrillic)!.GetString(text.Span)), branch, webhookId);

    public bool Reads(string envelope) => FrameworkShapes.Named(envelope) is not null;

    public ValueTask<IReadOnlyList<OfferedEvent>?> ReadAsync(IReadAgain.Body body, CancellationToken cancel) =>
        ValueTask.FromResult(Translate(body.Bytes, Given(body.Bytes, null, body.EventId, body.ReceivedAt), body.EventId));

    private Circumstances Given(ReadOnlyMemory<byte> text, string? branch, string? webhookId, DateTimeOffset receivedAt) =>
        new(receivedAt, branch is not null && zones.Branches.TryGetValue(branch, out var own) ? own : zones.Organization, webhookId ?? DedupeKey.Digest(text.Span, 32));

    private static IReadOnlyList<OfferedEvent>? Translate(ReadOnlyMemory<byte> text, Circumstances given, string? outerId)
    {
        if (ForeignJson.Parse(text) is not { } body)
        {
            return null;
        }

        return body.IsList ? TranslateItems(text, given, outerId) : FrameworkShapes.Of(body)?.Offer(body, text, given, outerId).ToList();
    }

    /// <summary>All of an array, or none of it.</summary>
    private static List<OfferedEvent>? TranslateItems(ReadOnlyMemory<byte> text, Circumstances given, string? outerId)
    {
        List<OfferedEvent> all = [];
        if (ItemSplitter.Split(text, EventBody.MostEvents, out _) is not { } items)
        {
            return null;
        }

        foreach (var item in items)
        {
            var body = ForeignJson.Parse(item)!;
            if (FrameworkShapes.Of(body) is not { } shape)
            {
                return null;
            }

            all.AddRange(shape.Offer(body, item, given with { Seed = DedupeKey.Digest(item.Span, 32) }, outerId));
        }

        return all;
    }
}
