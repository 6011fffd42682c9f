using AuditDashboard.Ui;

namespace AuditDashboard.Replay.Parts;

/// <summary>What stands above the words of a message: who said them, and what they are when they are not plain text.</summary>
internal static class BubbleWords
{
    public static string Speaker(TimelineItem item, DialogWords words) => item.Lane == Lane.Human
        ? item.Event.Content?.DataText("author") is { Length: > 0 } name ? words["AdministratorNamed", name] : words["Administrator"]
        : words["LaneAssistant"];

    /// <summary>Null for plain text.</summary>
    public static string? Label(TimelineItem item, DialogWords words)
    {
        if (item.Event.Content is not { } content)
        {
            return null;
        }

        string?[] parts =
        [
            item.Event.Type == "message.edited" ? words["Edited"].Value : null,
            Kind(content.Kind, item.Text is null, words),
            content.Media?.DurationSeconds is { } seconds ? Formats.Duration(TimeSpan.FromSeconds(seconds)) : null,
            content.Transcript is { } transcript && content.Text is null ? Transcript(transcript.Confidence, words) : null,
        ];
        var label = string.Join(" · ", parts.OfType<string>());
        return label.Length > 0 ? label : null;
    }

    private static string? Kind(string? kind, bool wordless, DialogWords words) => kind switch
    {
        null or "" or "text" => wordless ? words["KindText"].Value : null,
        _ => words["Kind" + char.ToUpperInvariant(kind[0]) + kind[1..]] is { ResourceNotFound: false } known ? known.Value : words["KindUnsupported"].Value,
    };

    private static string Transcript(double? confidence, DialogWords words) => confidence is { } value
        ? words["TranscriptConfidence", DialogWords.Confidence(value)]
        : words["Transcript"];
}
