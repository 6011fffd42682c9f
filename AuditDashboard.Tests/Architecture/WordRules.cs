using System.Text.RegularExpressions;
using System.Xml.Linq;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

/// <summary>Every word exists in Russian and in English, with the same holes for values, beside its marker class.</summary>
internal static partial class WordRules
{
    public static IEnumerable<string> Broken(IReadOnlyCollection<SourceFile> words, IReadOnlyCollection<SourceFile> code)
    {
        var files = words.ToDictionary(file => file.Path, Read);
        return words.Where(file => !file.Path.EndsWith(".en.resx", StringComparison.Ordinal)).SelectMany(russian =>
        {
            var english = russian.Path.Replace(".resx", ".en.resx", StringComparison.Ordinal);
            var marker = russian.Path.Replace(".resx", ".cs", StringComparison.Ordinal);
            return Pair(russian.Path, files[russian.Path], files.GetValueOrDefault(english))
                .Concat(russian.Name.EndsWith("Text", StringComparison.Ordinal) ? Marked(russian, files[russian.Path], code.FirstOrDefault(file => file.Path == marker)) : []);
        });
    }

    /// <summary>Keys that components and their code-behind ask for by name must exist, or people read the key.</summary>
    public static IEnumerable<string> Missing(IReadOnlyCollection<SourceFile> words, IEnumerable<SourceFile> users)
    {
        var known = words.Where(file => !file.Path.EndsWith(".en.resx", StringComparison.Ordinal)).ToDictionary(file => file.Name, file => Read(file).Keys.ToHashSet());
        return from user in users
               from Match injected in Localizers().Matches(user.Text)
               where known.ContainsKey(injected.Groups["words"].Value)
               from Match used in Regex.Matches(user.Text, $@"\b{injected.Groups["name"].Value}\[""(\w+)""\s*[\],]")
               where !known[injected.Groups["words"].Value].Contains(used.Groups[1].Value)
               select $"{user.Path}: {injected.Groups["words"].Value} has no {used.Groups[1].Value}";
    }

    private static IEnumerable<string> Pair(string path, Dictionary<string, string> russian, Dictionary<string, string>? english)
    {
        if (english is null)
        {
            return [$"{path} has no English twin"];
        }

        return
        [
            .. russian.Keys.Except(english.Keys).Select(key => $"{path}: {key} is missing in English"),
            .. english.Keys.Except(russian.Keys).Select(key => $"{path}: {key} is missing in Russian"),
            .. russian.Keys.Intersect(english.Keys).Where(key => !Holes(russian[key]).SetEquals(Holes(english[key]))).Select(key => $"{path}: {key} has other placeholders in English"),
            .. russian.Concat(english).Where(word => string.IsNullOrWhiteSpace(word.Value)).Select(word => $"{path}: {word.Key} is empty"),
            .. english.Where(word => Cyrillic().IsMatch(word.Value) && !SameInBoth(word.Key)).Select(word => $"{path}: {word.Key} is Russian in the English file"),
        ];
    }

    private static IEnumerable<string> Marked(SourceFile russian, Dictionary<string, string> words, SourceFile? marker)
    {
        if (marker is null)
        {
            yield return $"{russian.Path} has no marker class";
        }
        else if (!EmptyMarker().IsMatch(marker.Text))
        {
            yield return $"{marker.Path}: a marker class is empty";
        }

        foreach (var key in words.Keys.Where(key => !Key().IsMatch(key)))
        {
            yield return $"{russian.Path}: {key} is not PascalCase";
        }
    }

    /// <summary>A language is called by its own name in every language.</summary>
    private static bool SameInBoth(string key) => key.StartsWith("Language", StringComparison.Ordinal);

    private static Dictionary<string, string> Read(SourceFile file) =>
        XDocument.Parse(file.Text).Root!.Elements("data").ToDictionary(word => (string)word.Attribute("name")!, word => (string?)word.Element("value") ?? "");

    private static HashSet<string> Holes(string word) => [.. Placeholder().Matches(word).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{IsCyrillic}]")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*([_.][A-Za-z0-9]+)*$")]
    private static partial Regex Key();

    [GeneratedRegex(@"sealed class \w+Text;|sealed class \w+Text\s*\{\s*\}")]
    private static partial Regex EmptyMarker();

    [GeneratedRegex(@"IStringLocalizer<(?<words>\w+)>\s+(?<name>\w+)")]
    private static partial Regex Localizers();
}
