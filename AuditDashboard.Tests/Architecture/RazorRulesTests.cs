using AuditDashboard.Tests.Architecture.Examples;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class RazorRulesTests
{
    [Fact]
    public void What_does_something_has_code_behind_and_nothing_has_both() =>
        Verdict.IsClean(Repository.Razor.SelectMany(markup => RazorRules.Broken(markup, RazorFile.CodeBehindOf(markup, Repository.Application) is not null)));

    [Fact]
    public void No_markup_holds_russian_words() => Verdict.IsClean(Repository.Razor.SelectMany(RazorRules.RussianWords));

    [Fact]
    public void No_code_behind_holds_russian_words() =>
        Verdict.IsClean(Repository.Application.Where(file => file.Path.EndsWith(".razor.cs", StringComparison.Ordinal)).SelectMany(RazorRules.RussianLiterals));

    [Fact]
    public void No_component_speaks_a_language_of_its_own() => Verdict.IsClean(SpokenWords.In(typeof(Program).Assembly));

    [Theory]
    [InlineData("@inject IOrders Orders\n<p></p>\n", "injects IOrders")]
    [InlineData("<button @onclick=\"async () => await Go()\" />\n", "awaits")]
    [InlineData("@implements IDisposable\n<p></p>\n", "listens")]
    [InlineData("<p></p>\n@code {\n    private int _count;\n}\n", "has state")]
    [InlineData("<p></p>\n@code {\n    private bool Open { get; set; }\n}\n", "has state")]
    public void A_component_that_does_something_is_refused_without_code_behind(string markup, string reason) =>
        Assert.Contains(reason, Assert.Single(RazorRules.Broken(Markup(markup), hasCodeBehind: false)), StringComparison.Ordinal);

    [Fact]
    public void Thirty_lines_of_code_may_stay_inline_and_thirty_one_may_not()
    {
        static string Code(int lines) => "@code {\n" + string.Concat(Enumerable.Repeat("    const int A = 1; // a line } of\n\n    /// <summary>Words.</summary>\n", lines)) + "}\n";

        Assert.Empty(RazorRules.Broken(Markup(Code(30)), hasCodeBehind: false));
        Assert.Contains("31 lines", Assert.Single(RazorRules.Broken(Markup(Code(31)), hasCodeBehind: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void Code_in_both_places_is_refused() => Assert.Single(RazorRules.Broken(Markup("<p></p>\n@code {\n}\n"), hasCodeBehind: true));

    [Theory]
    [InlineData("@inject IStringLocalizer<KpiText> Text\n<p>@Text[\"Title\"]</p>\n")]
    [InlineData("@* await *@\n<p>@Name</p>\n@code {\n    [Parameter] public string Name { get; set; } = \"\";\n    private static readonly string[] Days = [\"a}\"];\n    private string Upper => Name.ToUpperInvariant();\n}\n")]
    [InlineData("@inject SalonClock Clock\n<Part @ref=\"_part\" />\n@code {\n    private Part? _part;\n}\n")]
    public void A_component_that_only_shows_may_stay_inline(string markup) => Assert.Empty(RazorRules.Broken(Markup(markup), hasCodeBehind: false));

    [Fact]
    public void Russian_in_markup_is_refused() => Assert.Single(RazorRules.RussianWords(Markup("<p>Запись</p>")));

    [Theory]
    [InlineData("class X { /* Почему */ string A = \"Запись\"; }", 1)]
    [InlineData("class X { string A = $\"{1} записей\"; }", 1)]
    [InlineData("class X { /* Почему */ string A = \"Booking\"; }", 0)]
    public void Russian_in_code_behind_is_refused_outside_comments(string code, int complaints) =>
        Assert.Equal(complaints, RazorRules.RussianLiterals(new SourceFile("AuditDashboard/Kpi/X.razor.cs", code)).Count());

    [Fact]
    public void Literal_words_in_markup_attributes_and_content_are_heard_and_keys_names_and_figures_are_not()
    {
        var heard = SpokenWords.In(typeof(OnlookerPart).Assembly).Where(words => words.Contains(nameof(OnlookerPart), StringComparison.Ordinal)).ToList();

        Assert.Equal(4, heard.Count);
        Assert.All(["Loud title", "Plain words", "people", "Loud hint"], words => Assert.Contains(heard, said => said.Contains($"«{words}»", StringComparison.Ordinal)));
    }

    private static SourceFile Markup(string text) => new("AuditDashboard/Kpi/Tiles/Tile.razor", text);
}
