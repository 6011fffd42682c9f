using System.Text.RegularExpressions;
using AuditDashboard.Storage.Words;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace AuditDashboard.Conversations.Search;

/// <summary>The stems of Russian words (Snowball's algorithm), so that «маникюра» is found by «маникюром». Words in other letters stand for themselves.</summary>
internal static partial class WordForms
{
    /// <summary>Shorter words have hardly an ending to lose.</summary>
    private const int Shortest = 4;

    // The library's stemmer keeps the word at work in itself.
    [ThreadStatic]
    private static RussianStemmer? _stemmer;

    public static IReadOnlyList<SoughtWord> Of(IReadOnlyList<string> words) => [.. words.Select(word => new SoughtWord(word, Stem(word)))];

    /// <summary>The stems in a text, each once, between blanks; those of words that are their own stem are left out.</summary>
    /// <param name="folded">As words are compared.</param>
    public static string StemsIn(string folded) =>
        string.Join(' ', Russian().Matches(folded).Select(match => (Word: match.Value, Stem: Stem(match.Value))).Where(pair => pair.Stem != pair.Word).Select(pair => pair.Stem).Distinct());

    private static string? Stem(string word)
    {
        if (word.Length < Shortest || !Russian().IsMatch(word))
        {
            return null;
        }

        var stemmer = _stemmer ??= new RussianStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}])[а-я]{4,}(?![\p{L}\p{N}\p{M}])")]
    private static partial Regex Russian();
}
