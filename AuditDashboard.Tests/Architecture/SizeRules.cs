using AuditDashboard.Tests.Architecture.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditDashboard.Tests.Architecture;

/// <summary>Past these limits a file, a method or a constructor holds two subjects: split it by subject.</summary>
internal static class SizeRules
{
    private const int MethodLines = 40;
    private const int ConstructorParameters = 6;
    private const int Injections = 6;

    public static IEnumerable<string> Broken(SourceFile file)
    {
        if (file.IsGenerated)
        {
            return [];
        }

        var own = file.Lines > Limit(file.Path) ? [$"{file.Path}: {file.Lines} lines, at most {Limit(file.Path)}"] : Array.Empty<string>();
        return file.Path.EndsWith(".cs", StringComparison.Ordinal) ? [.. own, .. LongMethods(file), .. WideConstructors(file)] : own;
    }

    /// <summary>Services injected into one component, in its markup and in its code-behind together.</summary>
    public static IEnumerable<string> TooManyInjections(SourceFile markup, SourceFile? codeBehind)
    {
        var count = new RazorFile(markup).Injections.Count
            + (codeBehind?.All<PropertyDeclarationSyntax>().Count(property => Attributes(property).Any(name => name == "Inject")) ?? 0);
        return count > Injections ? [$"{markup.Path}: {count} injected, at most {Injections}"] : [];
    }

    private static int Limit(string path) => path switch
    {
        "AuditDashboard/Program.cs" => 80,
        _ when path.EndsWith(".razor.cs", StringComparison.Ordinal) => 150,
        _ when path.EndsWith(".razor", StringComparison.Ordinal) => 120,
        _ when path.StartsWith("AuditDashboard.Tests/", StringComparison.Ordinal) => 300,
        _ when path.EndsWith("Module.cs", StringComparison.Ordinal) => 60,
        _ => 200,
    };

    private static IEnumerable<string> LongMethods(SourceFile file) =>
        from method in file.Root.DescendantNodes()
        where method is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        where !IsTable(method)
        let lines = LinesOf(method)
        where lines > MethodLines
        select $"{file.Path}:{SourceFile.LineOf(method)}: a method of {lines} lines, at most {MethodLines}";

    /// <summary>Rows of cases or words behind one arrow are a table and not a course of action.</summary>
    private static bool IsTable(SyntaxNode method) =>
        method is MethodDeclarationSyntax { ExpressionBody.Expression: BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax };

    /// <summary>From the signature to the closing brace; attributes and comments before it do not count.</summary>
    private static int LinesOf(SyntaxNode method)
    {
        var first = method.ChildNodesAndTokens().First(part => !part.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.AttributeList));
        var start = first.GetLocation()!.GetLineSpan().StartLinePosition.Line;
        return method.GetLocation().GetLineSpan().EndLinePosition.Line - start + 1;
    }

    /// <summary>Records are messages, not machinery: their parameters are their members, so they do not count.</summary>
    private static IEnumerable<string> WideConstructors(SourceFile file) =>
        from node in file.Root.DescendantNodes()
        let parameters = node switch
        {
            ConstructorDeclarationSyntax constructor => constructor.ParameterList,
            ClassDeclarationSyntax type => type.ParameterList,
            StructDeclarationSyntax type => type.ParameterList,
            _ => null,
        }
        where parameters?.Parameters.Count > ConstructorParameters
        select $"{file.Path}:{SourceFile.LineOf(node)}: a constructor with {parameters.Parameters.Count} parameters, at most {ConstructorParameters}";

    private static IEnumerable<string> Attributes(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(list => list.Attributes).Select(attribute => attribute.Name.ToString());
}
