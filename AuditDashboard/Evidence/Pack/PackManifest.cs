using System.Globalization;
using System.Text.Json;
using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence.Pack;

/// <summary><c>manifest.json</c> of an evidence pack (standards.md section 5.6).</summary>
internal static class PackManifest
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = Problem.Json.Encoder };

    public static byte[] Write(PackContents pack)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, Readable))
        {
            json.WriteStartObject();
            json.WriteString("format"u8, "auditdashboard/evidence-pack/v1"u8);
            json.WriteString("origin"u8, pack.Checkpoint.Origin);
            json.WriteString("vkey"u8, pack.VerifierKey);
            json.WriteNumber("treeSize"u8, pack.Checkpoint.Size);
            json.WriteString("root"u8, Convert.ToBase64String(pack.Checkpoint.Root));
            json.WriteString("conversation"u8, pack.SessionId.ToString());
            json.WriteString("createdAt"u8, Utc(pack.CreatedAt));
            json.WriteString("createdBy"u8, pack.CreatedBy);
            json.WriteStartArray("events"u8);
            foreach (var packed in pack.Events)
            {
                json.WriteStartObject();
                json.WriteNumber("index"u8, packed.Entry.Idx);
                json.WriteNumber("seq"u8, packed.Logged.Seq);
                json.WriteString("receivedAt"u8, Utc(DateTimeOffset.FromUnixTimeMilliseconds(packed.Entry.ReceivedMs)));
                json.WriteString("type"u8, packed.Logged.Type);
                json.WriteString("state"u8, packed.State);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("completeness"u8, "all events of this conversation known to the application"u8);
            json.WriteEndObject();
        }

        return output.ToArray();
    }

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
