using System.Text;
using System.Text.Json;
using AuditDashboard.Relay.Passing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace AuditDashboard.Relay.Telegram;

/// <summary>
/// The parameters of a Bot API call, which may stand in the query, in a form, in JSON, or beside files. Only as far as the copy of the body reaches:
/// libraries put parameters before files.
/// </summary>
internal static class CallFields
{
    private const int LongestValue = 16 * 1024;

    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpRequest request, Glimpse said)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(fields, request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || request.Headers.ContentEncoding.Count > 0)
        {
            return fields;
        }

        switch (type.MediaType.Value?.ToLowerInvariant())
        {
            case "application/json" when said.IsWhole:
                Add(fields, Json(said.Bytes));
                break;
            case "application/x-www-form-urlencoded" when said.IsWhole:
                Add(fields, QueryHelpers.ParseQuery(Encoding.UTF8.GetString(said.Bytes.Span)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())));
                break;
            case "multipart/form-data" when HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary:
                await AddPartsAsync(fields, boundary.ToString(), said.Bytes);
                break;
        }

        return fields;
    }

    private static void Add(Dictionary<string, string> fields, IEnumerable<KeyValuePair<string, string>> more)
    {
        foreach (var (name, value) in more)
        {
            if (value.Length <= LongestValue)
            {
                fields[name] = value;
            }
        }
    }

    private static List<KeyValuePair<string, string>> Json(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind != JsonValueKind.Object ? [] :
                [.. document.RootElement.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, member.Value.ToString()))];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Not JSON, or half a character in it: Telegram will say so itself.
            return [];
        }
    }

    private static async Task AddPartsAsync(Dictionary<string, string> fields, string boundary, ReadOnlyMemory<byte> body)
    {
        try
        {
            var parts = new MultipartReader(boundary, new MemoryStream(body.ToArray()));
            while (await parts.ReadNextSectionAsync() is { } part)
            {
                if (part.GetContentDispositionHeader() is { } place && place.IsFormDisposition())
                {
                    var value = await part.ReadAsStringAsync();
                    Add(fields, [KeyValuePair.Create(HeaderUtilities.RemoveQuotes(place.Name).ToString(), value)]);
                }
            }
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException)
        {
            // The copy ends here; what was read before counts.
        }
    }
}
