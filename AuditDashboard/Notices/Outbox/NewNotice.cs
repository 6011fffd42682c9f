using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using AuditDashboard.Foundation;

namespace AuditDashboard.Notices.Outbox;

/// <summary>Makes a notice, its body as Standard Webhooks wants it: <c>type</c>, <c>timestamp</c>, <c>data</c>.</summary>
internal static class NewNotice
{
    // Signed bytes are read by people too, when they look for what went wrong: nothing is escaped that need not be.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The notice's name follows from the endpoint and the matter: planned a second time it is the same notice.</summary>
    public static string IdOf(string endpointId, string matter) => $"msg_{DedupeKey.Digest($"{endpointId}\n{matter}", 32)}";

    /// <param name="data">Ids, counts and moments; never anything that names a person.</param>
    public static BotNoticeRow Of(string endpointId, string matter, string kind, IReadOnlyDictionary<string, object?> data, DateTimeOffset now) => new()
    {
        Id = IdOf(endpointId, matter), EndpointId = endpointId, Kind = kind, NextAt = now, CreatedAt = now,
        Body = JsonSerializer.Serialize(
            new Dictionary<string, object?> { ["type"] = kind, ["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), ["data"] = data }, Plain),
    };
}
