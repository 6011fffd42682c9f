using System.Globalization;
using System.Text.Json;

namespace AuditDashboard.Ingestion.Bodies;

/// <summary>
/// The body of a signed call (Standard Webhooks 1.0.0): <c>{"type","timestamp","data"}</c>, where <c>data</c> holds the other members of the event, or a
/// native event. <c>webhook-id</c> is the event's id in both (http-api.md section 4).
/// </summary>
internal static class WebhookBody
{
    public static OfferedEvent Translate(ReadOnlyMemory<byte> item, string webhookId, DateTimeOffset sentAt)
    {
        using var document = StrictDocument.Parse(item, out var problems);
        if (document is null)
        {
            return Refused(item, webhookId, problems);
        }

        try
        {
            return Translate(document.RootElement, item, webhookId, sentAt);
        }
        catch (InvalidOperationException)
        {
            return Refused(item, webhookId, Words.At("", Words.Unreadable));
        }
    }

    private static OfferedEvent Translate(JsonElement root, ReadOnlyMemory<byte> item, string webhookId, DateTimeOffset sentAt)
    {
        var isNative = root.TryGetProperty("time", out _);
        var hasTimestamp = root.TryGetProperty("timestamp", out var timestamp);
        var hasData = root.TryGetProperty("data", out var data);
        using var writer = new EnvelopeWriter();
        writer.Text("id", webhookId);
        if (!isNative && (hasTimestamp || hasData))
        {
            if (hasTimestamp)
            {
                writer.Verbatim("time", timestamp);
            }

            // Some senders (OpenAI) put no timestamp into the body: then it is the attempt's.
            writer.Text("time", sentAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            if (root.TryGetProperty("type", out var type))
            {
                writer.Verbatim("type", type);
            }

            if (hasData)
            {
                writer.Members(data);
            }

            foreach (var member in root.EnumerateObject().Where(member => member.Name is not "timestamp" and not "data"))
            {
                writer.Verbatim(member.Name, member.Value);
            }

            return new OfferedEvent(writer.Finish(), Envelopes.StandardWebhooks)
            {
                Raw = item, OuterId = webhookId, MembersAt = "/data", RepeatsMayDiffer = !hasTimestamp,
            };
        }

        writer.Members(root);
        return new OfferedEvent(writer.Finish(), Envelopes.StandardWebhooks) { Raw = item, OuterId = webhookId };
    }

    private static OfferedEvent Refused(ReadOnlyMemory<byte> item, string webhookId, IReadOnlyDictionary<string, string[]> problems) =>
        new(item, Envelopes.StandardWebhooks) { Problems = problems, OuterId = webhookId };
}
