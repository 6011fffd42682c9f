using System.Text.RegularExpressions;
using AuditDashboard.Tests.Architecture.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditDashboard.Tests.Architecture;

/// <summary>Only <c>Storage/</c> knows which database product this is, and only it speaks SQL.</summary>
internal static partial class DatabaseRules
{
    /// <summary>Files outside Storage that may name the product, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Exceptions = new Dictionary<string, string>
    {
        ["AuditDashboard/Events/Log/EventWriter.cs"] = "tells a full or broken disk (503, try again) from a mistake of ours by the driver's own exception",
    };

    public static IEnumerable<string> Broken(SourceFile file)
    {
        if (file.Capability == "Storage" || Exceptions.ContainsKey(file.Path))
        {
            return [];
        }

        var names = file.Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken) && Product().IsMatch(token.Text))
            .Select(token => $"{file.Path}: {token.Text} belongs in Storage");
        var words = Literals(file).Where(text => Sql().IsMatch(text)).Select(text => $"{file.Path}: SQL belongs in Storage: {text.Trim()}");
        return names.Concat(words);
    }

    private static IEnumerable<string> Literals(SourceFile file) =>
        file.All<ExpressionSyntax>().Select(expression => expression switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(part => part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "?")),
            _ => "",
        });

    [GeneratedRegex(@"^(SQLite\w*|Sqlite\w*|Npgsql\w*|UseSqlite|UseNpgsql|FromSql\w*|ExecuteSql\w*|SqlQuery\w*|CommandText)$")]
    private static partial Regex Product();

    [GeneratedRegex(@"^\s*(select\s.+\sfrom\s|with\s.+\sas\s*\(|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|pragma\s+\w|(create|drop|alter)\s+(table|index|unique\s+index|trigger|view|virtual)\s|begin\s+immediate|vacuum\b)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Sql();
}
