using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class SizeRulesTests
{
    [Fact]
    public void No_file_method_or_constructor_is_too_big() =>
        Verdict.IsClean(Repository.Application.Concat(Repository.Razor).Concat(Repository.Tests).SelectMany(SizeRules.Broken));

    [Fact]
    public void No_component_is_given_more_than_six_things() =>
        Verdict.IsClean(Repository.Razor.SelectMany(markup => SizeRules.TooManyInjections(markup, RazorFile.CodeBehindOf(markup, Repository.Application))));

    [Theory]
    [InlineData("AuditDashboard/Kpi/Tiles/Tile.cs", 200)]
    [InlineData("AuditDashboard/Kpi/Tiles/Tile.razor", 120)]
    [InlineData("AuditDashboard/Kpi/Tiles/Tile.razor.cs", 150)]
    [InlineData("AuditDashboard/Kpi/KpiModule.cs", 60)]
    [InlineData("AuditDashboard/Program.cs", 80)]
    [InlineData("AuditDashboard.Tests/Kpi/TileTests.cs", 300)]
    public void The_last_line_that_fits_fits_and_the_next_does_not(string path, int limit)
    {
        Assert.Empty(SizeRules.Broken(new SourceFile(path, Blank(limit))));
        Assert.Single(SizeRules.Broken(new SourceFile(path, Blank(limit + 1))));
    }

    [Fact]
    public void Generated_migrations_may_be_long() =>
        Assert.Empty(SizeRules.Broken(new SourceFile("AuditDashboard/Storage/Migrations/20260101_Initial.cs", Blank(900))));

    [Theory]
    [InlineData("void Long()\n{", "}")]
    [InlineData("Long()\n{", "}")]
    [InlineData("[Fact]\nint Long\n{\nget\n{", "}\n}")]
    [InlineData("void Short()\n{\nvoid Long()\n{", "}\n}")]
    public void A_method_of_more_than_forty_lines_is_refused(string before, string after)
    {
        var broken = SizeRules.Broken(Class($"{before}\n{Blank(40)}{after}"));

        Assert.Contains(broken, complaint => complaint.Contains("a method of", StringComparison.Ordinal));
    }

    [Fact]
    public void A_method_of_forty_lines_passes_however_many_attributes_it_has() =>
        Assert.Empty(SizeRules.Broken(Class($"[Theory]\n[InlineData(1)]\n[InlineData(2)]\nvoid Whole(int number)\n{{\n{Blank(37)}}}")));

    [Theory]
    [InlineData("TheoryData<int> Rows() => new() {", "};")]
    [InlineData("int[] Rows() => [", "];")]
    public void A_table_may_have_as_many_rows_as_it_needs(string before, string after) => Assert.Empty(SizeRules.Broken(Class($"{before}\n{Blank(60)}{after}")));

    [Theory]
    [InlineData("class Wide(int a, int b, int c, int d, int e, int f, int g);")]
    [InlineData("class Wide { public Wide(int a, int b, int c, int d, int e, int f, int g) { } }")]
    public void A_constructor_of_seven_parameters_is_refused(string code) =>
        Assert.Contains("7 parameters", Assert.Single(SizeRules.Broken(new SourceFile("AuditDashboard/Kpi/Wide.cs", code))), StringComparison.Ordinal);

    [Fact]
    public void A_record_may_have_as_many_members_as_its_message() =>
        Assert.Empty(SizeRules.Broken(new SourceFile("AuditDashboard/Kpi/Wide.cs", "record Wide(int A, int B, int C, int D, int E, int F, int G);")));

    [Fact]
    public void Injections_of_markup_and_code_behind_are_added_up()
    {
        var markup = new SourceFile("AuditDashboard/Kpi/Tile.razor", "@inject IOne One\n@inject ITwo<int> Two\n<p>@One</p>\n");
        var behind = Class(string.Concat(Enumerable.Range(1, 5).Select(number => $"[Inject] private IThing{number} Thing{number} {{ get; set; }} = default!;\n")));

        Assert.Empty(SizeRules.TooManyInjections(markup, null));
        Assert.Contains("7 injected", Assert.Single(SizeRules.TooManyInjections(markup, behind)), StringComparison.Ordinal);
    }

    private static SourceFile Class(string members) => new("AuditDashboard/Kpi/Long.cs", $"class Long\n{{\n{members}\n}}\n");

    private static string Blank(int lines) => new('\n', lines);
}
