using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditDashboard.Tests.Architecture.Reading;

/// <summary>One file of the repository. <paramref name="path"/> is relative to its top, with forward slashes.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<CompilationUnitSyntax> _root = new(() =>
        (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot());

    public string Path { get; } = path;

    public string Text { get; } = text;

    public CompilationUnitSyntax Root => _root.Value;

    /// <summary>The name up to the first dot: <c>KpiTile</c> of <c>KpiTile.razor.cs</c>.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Split('.')[0];

    /// <summary>The folder as a namespace: <c>AuditDashboard.Events.Log</c>.</summary>
    public string Namespace => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/').Replace('/', '.');

    /// <summary>The folder under the application: <c>Events</c>; empty for its top and for other projects.</summary>
    public string Capability => Path.Split('/') is ["AuditDashboard", var folder, _, ..] ? folder : "";

    /// <summary>Written by `dotnet ef`, not by a person.</summary>
    public bool IsGenerated => Path.StartsWith("AuditDashboard/Storage/Migrations/", StringComparison.Ordinal);

    public int Lines => Text.Count(letter => letter == '\n') + (Text.EndsWith('\n') ? 0 : 1);

    public IEnumerable<T> All<T>()
        where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    public static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
