using System.Text;
using AuditDashboard.Events;

namespace AuditDashboard.Replay.Reading;

/// <summary>A client's message that wants no answer: a thank-you, a goodbye, or one marked so by the bot (kpi-notes.md section 3).</summary>
internal static class Closer
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "спасибо", "большое спасибо", "спасибо большое", "благодарю", "пока", "до свидания", "thanks", "thank you", "bye",
    };

    public static bool Is(EventContent content) => content.Intent is { } intent
        ? intent.Name is "thanks" or "bye"
        : content.Text is { Length: < 80 } text && Words.Contains(Plain(text));

    public static bool WantsNoReply(EventContent content) =>
        content.DataMember("needsReply") is { ValueKind: System.Text.Json.JsonValueKind.False };

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Replace('ё', 'е').Trim(Edge(text)))
        {
            if (!char.IsWhiteSpace(letter))
            {
                plain.Append(letter);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }

    private static char[] Edge(string text) => [.. text.Where(letter => !char.IsLetterOrDigit(letter) && letter != '+').Distinct()];
}
