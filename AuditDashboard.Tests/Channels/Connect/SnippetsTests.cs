using AuditDashboard.Channels.Connect;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuditDashboard.Tests.Channels.Connect;

public sealed class SnippetsTests
{
    private const string Usings =
        """
        global using System;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading.Tasks;
        """;

    [Theory]
    [InlineData("key")]
    [InlineData("events")]
    public void The_program_in_our_own_tongue_compiles(string kind)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal)).Select(file => MetadataReference.CreateFromFile(file));
        var program = CSharpCompilation.Create(
            "trial", [Parse(Of(kind, Snippets.Sharp)), Parse(Usings)], references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication));

        Assert.Empty(program.GetDiagnostics(Cancel).Where(found => found.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [InlineData("key")]
    [InlineData("events")]
    public void Every_snippet_carries_address_and_secret_and_leaves_no_hole(string kind)
    {
        foreach (var tongue in Snippets.Tongues)
        {
            var code = Of(kind, tongue);

            Assert.Contains("https://salon.example/in", code, StringComparison.Ordinal);
            Assert.Contains("whsec_c2VjcmV0", code, StringComparison.Ordinal);
            Assert.DoesNotContain("{ADDRESS}", code, StringComparison.Ordinal);
            Assert.DoesNotContain("{TEXT}", code, StringComparison.Ordinal);
            Assert.Contains("test", code, StringComparison.Ordinal);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code, cancellationToken: Cancel);

    private static string Of(string kind, string tongue) => Snippets.Of(kind, tongue, "https://salon.example/in", "whsec_c2VjcmV0", "Можно на субботу?");
}
