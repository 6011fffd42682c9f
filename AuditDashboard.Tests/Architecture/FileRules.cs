using System.Text.RegularExpressions;
using AuditDashboard.Tests.Architecture.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditDashboard.Tests.Architecture;

/// <summary>Where a type stands is where its file stands; and nothing is left lying about.</summary>
internal static partial class FileRules
{
    private const StringComparison Exactly = StringComparison.Ordinal;

    /// <summary>Files named for a subject rather than a type, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> NamedForSubject = new Dictionary<string, string>
    {
        ["AuditDashboard/Program.cs"] = "the program itself: composition as top-level statements",
        ["AuditDashboard/Foundation/Ids.cs"] = "all wrapped ids, three lines each",
    };

    public static IEnumerable<string> Misplaced(SourceFile file)
    {
        var types = file.Root.DescendantNodes(node => node is not TypeDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text)
            .Concat(file.All<DelegateDeclarationSyntax>().Select(type => type.Identifier.Text));
        if (!types.Contains(file.Name) && !NamedForSubject.ContainsKey(file.Path))
        {
            yield return $"{file.Path} contains no type {file.Name}";
        }

        foreach (var space in file.All<BaseNamespaceDeclarationSyntax>().Where(space => space.Name.ToString() != file.Namespace))
        {
            yield return $"{file.Path} is in namespace {space.Name}, not {file.Namespace}";
        }
    }

    /// <summary>A markup file elsewhere than its namespace would slip through the table of imports.</summary>
    public static IEnumerable<string> MovedMarkup(SourceFile file) =>
        file.Text.Contains("@namespace ", Exactly) ? [$"{file.Path}: @namespace moves a component out of its folder"] : [];

    public static IEnumerable<string> Leftovers(SourceFile file) =>
        LeftForLater().Matches(file.Text).Select(match => $"{file.Path}: {match.Value} is left for later")
            .Concat(MachinePaths().Matches(file.Text).Select(match => $"{file.Path}: {match.Value} is a path of one machine"))
            .Concat(Silenced().Matches(file.Text).Select(match => $"{file.Path}: {match.Value} silences a banned symbol"));

    [GeneratedRegex(@"NotImplementedException|\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex LeftForLater();

    [GeneratedRegex(@"(?<![\w.])/(tmp|work|root|home)/\w*|[A-Z]:\\Users\\")]
    private static partial Regex MachinePaths();

    [GeneratedRegex(@"#pragma warning disable[^\n]*RS0030|SuppressMessage\([^)]*RS0030")]
    private static partial Regex Silenced();
}
