using AuditDashboard.Tests.Architecture.Reading;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AuditDashboard.Tests.Architecture;

/// <summary>An operator's mistake in the settings stops the start, with a line that names the setting.</summary>
internal static class OptionsRules
{
    public static IEnumerable<string> Broken(IReadOnlyCollection<SourceFile> files)
    {
        var chains = files.SelectMany(file => file.All<GenericNameSyntax>())
            .Where(name => name.Identifier.Text == "AddOptions" && name.TypeArgumentList.Arguments.Count == 1)
            .ToLookup(name => name.TypeArgumentList.Arguments[0].ToString().Split('.')[^1], WholeChain);
        var sections = files.SelectMany(file => file.All<TypeDeclarationSyntax>()).Where(HasSection).Select(type => type.Identifier.Text).ToHashSet();

        return
        [
            .. from file in files
               from type in file.All<TypeDeclarationSyntax>()
               let name = type.Identifier.Text
               where HasSection(type) && !chains[name].Any(IsSound)
               select $"{file.Path}: {name} is not bound by AddOptions<{name}>().BindConfiguration({name}.Section)…ValidateOnStart()",
            .. from file in files
               from type in file.All<TypeDeclarationSyntax>()
               where type.Identifier.Text.EndsWith("Options", StringComparison.Ordinal) && !HasSection(type) && chains[type.Identifier.Text].Any()
               select $"{file.Path}: {type.Identifier.Text} names no Section",
            .. from file in files
               from call in file.All<GenericNameSyntax>()
               let name = call.TypeArgumentList.Arguments[0].ToString()
               where call.Identifier.Text == "Configure" && sections.Contains(name)
               select $"{file.Path}: Configure<{name}> goes past the validation",
        ];
    }

    private static bool HasSection(TypeDeclarationSyntax type) =>
        type.Members.OfType<FieldDeclarationSyntax>().Any(field => field.Modifiers.Any(word => word.Text == "public")
            && field.Declaration.Variables.Any(variable => variable.Identifier.Text == "Section"));

    private static string WholeChain(GenericNameSyntax name) => name.Ancestors().OfType<StatementSyntax>().FirstOrDefault()?.ToString() ?? name.Parent!.ToString();

    private static bool IsSound(string chain) =>
        chain.Contains(".BindConfiguration(", StringComparison.Ordinal) && chain.Contains(".ValidateOnStart(", StringComparison.Ordinal);
}
