using System.Xml.Linq;
using AuditDashboard.Tests.Architecture.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AuditDashboard.Tests.Architecture;

/// <summary>A banned symbol with a slip in its name bans nothing, silently; so the names are resolved here.</summary>
public sealed class BannedSymbolsTests
{
    private static readonly Compilation Framework = CSharpCompilation.Create("Framework",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path)));

    [Fact]
    public void Every_banned_name_is_a_real_symbol() =>
        Verdict.IsClean(Banned().Where(id => !IsReal(id)).Select(id => $"{id} names nothing, so it bans nothing"));

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.Threading.Tasks.Task`1.Result")]
    [InlineData("M:System.Threading.Tasks.Task.Wait")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32)")]
    [InlineData("M:System.Threading.Thread.Sleep(System.TimeSpan)")]
    [InlineData("M:System.Guid.NewGuid")]
    public void The_list_holds_what_the_house_bans(string id) => Assert.Contains(id, Banned());

    [Fact]
    public void Every_project_is_built_with_the_analyzer_the_list_and_warnings_as_errors()
    {
        var props = XDocument.Parse(Repository.Text("Directory.Build.props"));

        Assert.Contains(props.Descendants("PackageReference"), reference => (string?)reference.Attribute("Include") == "Microsoft.CodeAnalysis.BannedApiAnalyzers");
        Assert.Contains(props.Descendants("AdditionalFiles"), file => ((string?)file.Attribute("Include"))?.EndsWith("BannedSymbols.txt", StringComparison.Ordinal) is true);
        Assert.Equal("true", props.Descendants("TreatWarningsAsErrors").Single().Value);
        Assert.DoesNotContain("RS0030", props.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("RS0030", Repository.Text(".editorconfig"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("P:System.DateTime.Noww")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int16)")]
    public void A_slip_in_a_name_is_seen(string id) => Assert.False(IsReal(id));

    private static bool IsReal(string id) => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Framework) is not null;

    private static IEnumerable<string> Banned() =>
        Repository.Text("BannedSymbols.txt").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')[0]);
}
