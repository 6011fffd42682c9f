using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Replay.Reading;

/// <summary>
/// The bytes of one event, indented for reading. They hold the client's data unmasked, so every look is noted in the access journal first.
/// </summary>
internal sealed class PayloadQuery(IEventReader events, TimelineQuery dialogs, IAccessJournal journal)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Null when the payload is gone, or the event is not in a dialog the viewer may see.</returns>
    public async Task<string?> RunAsync(SessionId sessionId, long seq, CancellationToken cancel)
    {
        if (await dialogs.RunAsync(sessionId, cancel) is not { } dialog || dialog.Timeline.IndexOf(seq) < 0)
        {
            return null;
        }

        await journal.WriteAsync("payload.viewed", seq.ToString(System.Globalization.CultureInfo.InvariantCulture), dialog.Summary.ClientId, null, cancel);
        return await events.PayloadAsync(seq, cancel) is { } payload ? Indented(payload) : null;
    }

    /// <summary>What does not parse is shown as it came.</summary>
    private static string Indented(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            using var output = new MemoryStream(payload.Length * 2);
            using (var writer = new Utf8JsonWriter(output, Readable))
            {
                document.WriteTo(writer);
            }

            return Encoding.UTF8.GetString(output.ToArray());
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(payload);
        }
    }
}
