using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Otlp.GenAi;

/// <summary>A message in any of the forms models and instrumentations give it; what is not text is left out, never an error.</summary>
internal static class ReadMessage
{
    /// <summary>Every message of a list, or of the JSON text of one.</summary>
    public static List<Said> All(ForeignValue messages, bool isOutput)
    {
        var list = messages.Unpacked;
        return list.IsList ? [.. list.Items.Select(message => One(message, isOutput))]
            : list.IsObject ? [One(list, isOutput)]
            : list.Text is { Length: > 0 } text ? [new Said(Role(null, isOutput), text, isOutput)] : [];
    }

    public static Said One(ForeignValue message, bool isOutput) => message.Text is { } text
        ? new Said(Role(null, isOutput), text, isOutput)
        : new Said(Role(message["role"].Text, isOutput), Words(message), isOutput, message["finish_reason"].Text);

    /// <summary><c>parts</c> (semantic conventions), or <c>content</c> as text or as a list (OpenAI, Anthropic).</summary>
    private static string? Words(ForeignValue message) => Joined(message["parts"]) ?? Joined(message["content"]);

    private static string? Joined(ForeignValue content)
    {
        if (content.Text is { } text)
        {
            return text;
        }

        var words = string.Join('\n', content.Items.Select(PartWords).OfType<string>());
        return words.Length > 0 ? words : null;
    }

    private static string? PartWords(ForeignValue part) => part.Text ?? (part["type"].Text switch
    {
        null or "text" or "input_text" or "output_text" => part["content"].Text ?? part["text"].Text,
        _ => null,
    });

    private static string Role(string? role, bool isOutput) => role ?? (isOutput ? "assistant" : "user");
}
