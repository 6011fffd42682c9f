using System.Text.Json;
using AuditDashboard.Relay.Passing;

namespace AuditDashboard.Relay.OpenAi;

/// <summary>What a bot asked of a model, as far as the copy of its request reaches.</summary>
/// <param name="LastWords">The user's last message; null where the setting or a long request leaves it out.</param>
internal sealed record ModelRequest(string? Model, bool IsStream, string? LastWords)
{
    public static ModelRequest Read(Glimpse said, bool keepTexts)
    {
        var (model, isStream) = Head(said.Bytes.Span);
        return new ModelRequest(model, isStream, keepTexts && said.IsWhole && Words.Parse(said.Bytes.Span) is { } root ? Last(root) : null);
    }

    /// <summary>Pictures make requests long, and the model's name stands before or after them: reads what there is of the outermost object.</summary>
    private static (string? Model, bool IsStream) Head(ReadOnlySpan<byte> json)
    {
        string? model = null;
        var isStream = false;
        try
        {
            var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
            while (reader.Read())
            {
                if (reader.CurrentDepth != 1 || reader.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }

                var (isModel, isFlag) = (reader.ValueTextEquals("model"u8), reader.ValueTextEquals("stream"u8));
                if (!reader.Read())
                {
                    break;
                }

                model = isModel && reader.TokenType == JsonTokenType.String ? reader.GetString() : model;
                isStream = isFlag ? reader.TokenType == JsonTokenType.True : isStream;
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // Not JSON: the service will say so itself.
        }

        return (model, isStream);
    }

    /// <summary>Chat completions have <c>messages</c>; responses have <c>input</c>, which may also be plain words.</summary>
    private static string? Last(JsonElement root)
    {
        if (Words.Of(root, "input") is { } plain)
        {
            return plain;
        }

        var message = Words.List(root, "messages").Concat(Words.List(root, "input")).LastOrDefault(item => Words.Of(item, "role") == "user");
        var parts = Words.List(message, "content").Select(part => Words.Of(part, "text")).OfType<string>().ToList();
        return Words.Of(message, "content") ?? (parts.Count > 0 ? string.Join('\n', parts) : null);
    }
}
