using System.Globalization;
using System.Resources;

namespace AuditDashboard.Channels.Sending;

/// <summary>Where a channel has no buttons, the text says what to answer, in the very words that are understood as an answer to a reminder.</summary>
internal static class AnswerWords
{
    private static readonly ResourceManager Source = new(typeof(SendingText));

    // Clients are written to in Russian, and only Russian answers are understood, whatever language whoever sends reads.
    private static readonly (string Prefix, string Word)[] Words = [("rem:ok:", "да"), ("rem:no:", "нет"), ("rem:mv:", "перенести")];

    /// <summary>The text, and under it «Ответьте: да / нет / перенести», as far as there are such buttons.</summary>
    public static string Under(string text, IReadOnlyList<AnswerButton> buttons)
    {
        var words = Words.Where(word => buttons.Any(button => button.Data.StartsWith(word.Prefix, StringComparison.Ordinal))).Select(word => word.Word).ToList();
        return words.Count == 0 ? text
            : $"{text.TrimEnd()}\n\n{string.Format(CultureInfo.InvariantCulture, Source.GetString("ReplyHint", CultureInfo.InvariantCulture)!, string.Join(" / ", words))}";
    }
}
