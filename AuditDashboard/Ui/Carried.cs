using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuditDashboard.Ui;

/// <summary>
/// What a prerendered page hands to its circuit, packed: the browser sends it back in one message of the hub, which takes no more than 32 KB,
/// and Russian words alone are six bytes a letter in plain JSON.
/// </summary>
public static class Carried
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Pack<T>(T shown)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(brotli, shown, Options);
        }

        return Convert.ToBase64String(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    public static T? Unpack<T>(string? packed)
        where T : class
    {
        if (packed is null)
        {
            return null;
        }

        using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli, Options);
    }
}
