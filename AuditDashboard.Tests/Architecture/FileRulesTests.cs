using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class FileRulesTests
{
    private static IEnumerable<SourceFile> Written => Repository.Application.Where(file => !file.IsGenerated);

    [Fact]
    public void Every_file_carries_the_name_of_its_type_and_the_namespace_of_its_folder() => Verdict.IsClean(Written.SelectMany(FileRules.Misplaced));

    [Fact]
    public void Tests_stand_where_their_namespace_says() =>
        Verdict.IsClean(Repository.Tests.Where(file => file.Path.EndsWith("Tests.cs", StringComparison.Ordinal)).SelectMany(FileRules.Misplaced));

    [Fact]
    public void No_markup_moves_out_of_its_folder() => Verdict.IsClean(Repository.Razor.SelectMany(FileRules.MovedMarkup));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Verdict.IsClean(Written.Concat(Repository.Razor).Concat(Repository.Read("AuditDashboard", ".css", ".js", ".json", ".targets")).SelectMany(FileRules.Leftovers));

    [Theory]
    [InlineData("AuditDashboard/Kpi/Tiles/Tile.cs", "namespace AuditDashboard.Kpi.Tiles; class Other { class Tile; }", "contains no type Tile")]
    [InlineData("AuditDashboard/Kpi/Tiles/Tile.cs", "namespace AuditDashboard.Events; class Tile;", "not AuditDashboard.Kpi.Tiles")]
    [InlineData("AuditDashboard/Kpi/Tiles/TilePage.razor.cs", "namespace AuditDashboard.Kpi.Tiles; partial class Other;", "contains no type TilePage")]
    public void A_file_in_the_wrong_place_is_refused(string path, string code, string reason) =>
        Assert.Contains(reason, Assert.Single(FileRules.Misplaced(new SourceFile(path, code))), StringComparison.Ordinal);

    [Theory]
    [InlineData("namespace AuditDashboard.Kpi.Tiles; enum Tile { A }")]
    [InlineData("namespace AuditDashboard.Kpi.Tiles; delegate void Tile();")]
    [InlineData("namespace AuditDashboard.Kpi.Tiles; record Small(int A); record struct Tile(int A);")]
    public void Any_kind_of_type_gives_a_file_its_name(string code) =>
        Assert.Empty(FileRules.Misplaced(new SourceFile("AuditDashboard/Kpi/Tiles/Tile.cs", code)));

    [Fact]
    public void Moved_markup_is_refused() => Assert.Single(FileRules.MovedMarkup(new SourceFile("AuditDashboard/Kpi/X.razor", "@namespace AuditDashboard.Ui\n<p></p>")));

    [Theory]
    [InlineData("// TO" + "DO: the rest")]
    [InlineData("throw new NotImplemented" + "Exception();")]
    [InlineData("File.Open(\"/ho" + "me/anna/audit.db\")")]
    [InlineData("#pragma warning disable CA1822, RS00" + "30")]
    public void What_is_left_lying_about_is_refused(string code) => Assert.Single(FileRules.Leftovers(new SourceFile("AuditDashboard/Kpi/X.cs", code)));

    [Theory]
    [InlineData("var method = \"tasks/methods\";")]
    [InlineData("app.MapGet(\"/api/home/x\");")]
    public void Ordinary_paths_pass(string code) => Assert.Empty(FileRules.Leftovers(new SourceFile("AuditDashboard/Kpi/X.cs", code)));
}
