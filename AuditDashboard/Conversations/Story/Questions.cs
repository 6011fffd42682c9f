using System.Text.Json;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>Whether an answer leaves the client with a question (kpi-notes.md section 8).</summary>
internal static class Questions
{
    /// <summary><c>data.question</c> when given, else a text that ends with <c>?</c> (quotes, brackets and smileys after it do not matter).</summary>
    public static bool IsQuestion(EventContent message) => message.DataMember("question") switch
    {
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => EndsWithQuestion(message.Text),
    };

    private static bool EndsWithQuestion(string? text)
    {
        for (var last = (text?.Length ?? 0) - 1; last >= 0; last--)
        {
            var letter = text![last];
            if (char.IsLetterOrDigit(letter) || letter is '.' or '!' or '?' or '…')
            {
                return letter == '?';
            }
        }

        return false;
    }
}
