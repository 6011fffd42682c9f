using System.Text;
using AuditDashboard.Events;

namespace AuditDashboard.Conversations.Story;

/// <summary>The few words that are understood without a model (kpi-notes.md sections 3 and 8).</summary>
internal static class Phrases
{
    private const int LongestPhrase = 20;
    private const char Breve = '\u0306';
    private const char Diaeresis = '\u0308';

    private static readonly HashSet<string> Closers =
        ["спасибо", "большое спасибо", "спасибо большое", "благодарю", "пока", "до свидания", "thanks", "thank you", "bye"];

    private static readonly HashSet<string> Oks = ["ок", "окей", "ok", "хорошо", "понятно"];

    private static readonly HashSet<string> Yeses = ["да", "+", "1", "буду", "приду", "подтверждаю", "ок"];

    private static readonly HashSet<string> Noes = ["нет", "отмена", "не приду", "отменить"];

    private static readonly HashSet<string> WishesToMove = ["перенести", "перенос", "перенести запись"];

    /// <summary>Thanks or a goodbye: wants no answer.</summary>
    public static bool IsCloser(EventContent message) => Means(message, Closers, "thanks", "bye");

    /// <summary>The client took note.</summary>
    public static bool IsOk(EventContent message) => Means(message, Oks, "ok", "ok");

    /// <summary>The whole text is a bare yes, as one answers a reminder.</summary>
    public static bool IsYes(EventContent message) => IsYes(message.Text);

    public static bool IsYes(string? text) => Yeses.Contains(Strip(text));

    /// <summary>The whole text is a bare no.</summary>
    public static bool IsNo(string? text) => Noes.Contains(Strip(text));

    /// <summary>The whole text asks for another time.</summary>
    public static bool IsWishToMove(string? text) => WishesToMove.Contains(Strip(text));

    /// <summary>Lower case, ё→е, without what is neither letter, digit nor + at both ends, inner white space one blank.</summary>
    public static string Strip(string? text)
    {
        var from = 0;
        var to = (text?.Length ?? 0) - 1;
        while (from <= to && !IsCore(text![from]))
        {
            from++;
        }

        while (to >= from && !IsCore(text![to]))
        {
            to--;
        }

        // A longer text is none of the phrases: no need to copy it.
        return to - from >= LongestPhrase * 2 ? "" : Squeeze(text.AsSpan(from, to - from + 1));
    }

    private static bool Means(EventContent message, HashSet<string> words, string intent, string otherIntent) =>
        message.Intent is { } named ? named.Name == intent || named.Name == otherIntent : words.Contains(Strip(message.Text));

    // Phones of one maker send й and ё as a letter and a mark.
    private static bool IsCore(char letter) => char.IsLetterOrDigit(letter) || letter is '+' or Breve or Diaeresis;

    private static string Squeeze(ReadOnlySpan<char> text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
            {
                var lower = char.ToLowerInvariant(letter);
                result.Append(lower == 'ё' ? 'е' : lower);
            }
            else if (result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.Replace($"и{Breve}", "й").Replace($"е{Diaeresis}", "е").ToString();
    }
}
