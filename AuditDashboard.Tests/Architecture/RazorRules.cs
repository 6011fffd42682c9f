using System.Text.RegularExpressions;
using AuditDashboard.Tests.Architecture.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditDashboard.Tests.Architecture;

/// <summary>
/// Markup says how it looks, code-behind what it does. A component that only shows its parameters may keep up to thirty lines of <c>@code</c>;
/// asking for words or for the salon's time is part of showing, and holding a part by <c>@ref</c> is not state.
/// </summary>
internal static partial class RazorRules
{
    private const int InlineLines = 30;

    private static readonly string[] ForShowing = ["IStringLocalizer", "IStringLocalizerFactory", "SalonClock"];

    public static IEnumerable<string> Broken(SourceFile file, bool hasCodeBehind)
    {
        if (file.Name == "_Imports")
        {
            return [];
        }

        var razor = new RazorFile(file);
        if (hasCodeBehind)
        {
            return razor.Code.Count > 0 ? [$"{file.Path} has code-behind and @code: never both"] : [];
        }

        return Reasons(razor).Select(reason => $"{file.Path} {reason}, so it needs code-behind");
    }

    public static IEnumerable<string> RussianWords(SourceFile file) =>
        Cyrillic().Matches(file.Text).Select(match => $"{file.Path}: «{match.Value}» belongs in a .resx");

    /// <summary>Comments in code-behind may explain in any language; what reaches a page may not.</summary>
    public static IEnumerable<string> RussianLiterals(SourceFile codeBehind) =>
        codeBehind.Root.DescendantTokens().Where(token => token.Text.Contains('"') || token.Parent is InterpolatedStringTextSyntax)
            .SelectMany(token => Cyrillic().Matches(token.Text)).Select(match => $"{codeBehind.Path}: «{match.Value}» belongs in a .resx");

    private static IEnumerable<string> Reasons(RazorFile razor)
    {
        foreach (var service in razor.Injections.Where(type => !ForShowing.Contains(type.Split('<')[0])))
        {
            yield return $"injects {service}";
        }

        if (Awaiting().IsMatch(razor.Text))
        {
            yield return "awaits";
        }

        if (Listening().IsMatch(razor.Text))
        {
            yield return "listens";
        }

        foreach (var state in razor.Code.SelectMany(code => code.Members).Where(member => IsState(member) && !IsHeldPart(member, razor.Text)))
        {
            yield return $"has state ({state.ToString().Trim().Split('\n')[^1].Trim()})";
        }

        if (razor.CodeLines > InlineLines)
        {
            yield return $"has {razor.CodeLines} lines of @code (at most {InlineLines})";
        }
    }

    /// <summary>A field that can change, or a property that can be set and is not given from outside.</summary>
    private static bool IsState(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => !field.Modifiers.Any(word => word.Text is "const" or "readonly"),
        PropertyDeclarationSyntax property => property.AttributeLists.Count == 0
            && property.AccessorList?.Accessors.Any(accessor => accessor.Keyword.Text is "set" or "init") is true,
        _ => false,
    };

    private static bool IsHeldPart(MemberDeclarationSyntax member, string markup) =>
        member is FieldDeclarationSyntax { Declaration.Variables: [var field] } && markup.Contains($"@ref=\"{field.Identifier.Text}\"", StringComparison.Ordinal);

    [GeneratedRegex(@"[\p{IsCyrillic}]+")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\bawait\b|\bOnInitializedAsync\b|\bOnParametersSetAsync\b|\bOnAfterRenderAsync\b")]
    private static partial Regex Awaiting();

    [GeneratedRegex(@"@implements\s+I(Async)?Disposable|\.Listen\(|\w\s\+=\s*On[A-Z]")]
    private static partial Regex Listening();
}
