using System.Text.RegularExpressions;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

/// <summary>A README is true when what it points to is there.</summary>
internal static partial class ReadmeRules
{
    public static IEnumerable<string> BrokenLinks(string markdown)
    {
        var headings = Headings().Matches(markdown).Select(match => Anchor(match.Groups[1].Value)).ToHashSet();
        return Links().Matches(markdown).Select(match => match.Groups["target"].Value)
            .Where(target => !target.StartsWith("http", StringComparison.Ordinal))
            .Where(target => target.StartsWith('#') ? !headings.Contains(target[1..]) : !Repository.Exists(target.Split('#')[0]))
            .Select(target => $"{target} leads nowhere");
    }

    /// <summary>Paths of this repository named in the text or in a command, such as <c>AuditDashboard.Tests/Benchmarks</c>.</summary>
    public static IEnumerable<string> BrokenPaths(string markdown) =>
        Paths().Matches(markdown).Select(match => match.Value.TrimEnd('.', '/')).Where(path => !Repository.Exists(path)).Select(path => $"{path} does not exist");

    public static IEnumerable<string> Commands(string markdown) =>
        Blocks().Matches(markdown).SelectMany(match => match.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    private static string Anchor(string heading) => heading.Trim().ToLowerInvariant().Replace(' ', '-');

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"(?<![\w/.])(AuditDashboard(\.Tests)?|\.ci)/[\w./-]+")]
    private static partial Regex Paths();

    [GeneratedRegex(@"```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
