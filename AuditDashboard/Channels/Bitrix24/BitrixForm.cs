using System.Buffers;
using System.Text;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Bitrix24;

/// <summary>A form as JSON for the log: each field once, under its own name, without tokens.</summary>
internal static class BitrixForm
{
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal) { "auth[domain]", "auth[member_id]", "auth[client_endpoint]", "auth[server_endpoint]" };

    public static ReadOnlyMemory<byte> ToJson(FormBody form)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Problem.Json);
        json.WriteStartObject();
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, value) in form.Fields)
        {
            var isSecret = name.StartsWith("auth[", StringComparison.Ordinal) && !Harmless.Contains(name);
            if (!isSecret && name.Length <= 128 && written.Add(name))
            {
                json.WriteString(name, Encoding.UTF8.GetString(value));
            }
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
