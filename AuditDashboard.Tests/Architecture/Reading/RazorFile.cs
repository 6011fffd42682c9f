using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditDashboard.Tests.Architecture.Reading;

/// <summary>A <c>.razor</c> file as far as the rules need it: what it injects, its markup, and its <c>@code</c> as C#.</summary>
internal sealed partial class RazorFile
{
    public RazorFile(SourceFile file)
    {
        Path = file.Path;
        Text = Comments().Replace(file.Text, "");
        Injections = [.. Injects().Matches(Text).Select(match => match.Groups["type"].Value)];
        Code = [.. CodeBlocks().Matches(Text).Select(match => Parse(Text[(match.Index + match.Length)..]))];
    }

    public string Path { get; }

    /// <summary>The file without its comments.</summary>
    public string Text { get; }

    /// <summary>Types of the <c>@inject</c> lines.</summary>
    public IReadOnlyList<string> Injections { get; }

    /// <summary>The <c>@code</c> blocks, each as the class it will become part of.</summary>
    public IReadOnlyList<TypeDeclarationSyntax> Code { get; }

    /// <summary>Lines of <c>@code</c> between its braces; blank lines and comments are not counted.</summary>
    public int CodeLines => Code.Sum(block => block.ToString().Split('\n').Skip(1).SkipLast(1)
        .Select(line => line.Trim()).Count(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));

    public static SourceFile? CodeBehindOf(SourceFile markup, IEnumerable<SourceFile> files) =>
        files.FirstOrDefault(file => file.Path == markup.Path + ".cs");

    /// <summary>The compiler finds the closing brace: it knows strings and comments.</summary>
    private static TypeDeclarationSyntax Parse(string fromBrace) =>
        (TypeDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration("class Code " + fromBrace, consumeFullText: false)!;

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"^@inject\s+(?<type>.+?)\s+\w+\s*$", RegexOptions.Multiline)]
    private static partial Regex Injects();

    [GeneratedRegex(@"^@(code|functions)\s*(?=\{)", RegexOptions.Multiline)]
    private static partial Regex CodeBlocks();
}
