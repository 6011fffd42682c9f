using System.Xml.Linq;
using AuditDashboard.Tests.Architecture.Reading;

namespace AuditDashboard.Tests.Architecture;

public sealed class WordRulesTests
{
    private static readonly IReadOnlyList<SourceFile> Words = Repository.Read("AuditDashboard", ".resx");

    private static readonly SourceFile Marker = new("AuditDashboard/Kpi/KpiText.cs", "namespace AuditDashboard.Kpi; public sealed class KpiText;");

    [Fact]
    public void Every_word_exists_in_both_languages() => Verdict.IsClean(WordRules.Broken(Words, Repository.Application));

    [Fact]
    public void Every_word_that_is_asked_for_exists() =>
        Verdict.IsClean(WordRules.Missing(Words, Repository.Razor.Concat(Repository.Application).Select(WithMarkup)));

    [Fact]
    public void A_complete_pair_passes() =>
        Assert.Empty(WordRules.Broken([Russian(("Title", "Записи: {0}")), English(("Title", "Bookings: {0:N0}"))], [Marker]));

    [Theory]
    [InlineData("Title", "Записи", "Other", "Bookings", 2)]
    [InlineData("Title", "Записи: {0}", "Title", "Bookings", 1)]
    [InlineData("Title", "Записи", "Title", " ", 1)]
    [InlineData("Title", "Записи", "Title", "Записи", 1)]
    [InlineData("title text", "Записи", "title text", "Bookings", 1)]
    public void A_pair_that_differs_is_refused(string russianKey, string russian, string englishKey, string english, int complaints) =>
        Assert.Equal(complaints, WordRules.Broken([Russian((russianKey, russian)), English((englishKey, english))], [Marker]).Count());

    [Fact]
    public void Words_without_a_twin_or_a_marker_are_refused() => Assert.Equal(2, WordRules.Broken([Russian(("Title", "Записи"))], []).Count());

    [Fact]
    public void A_marker_with_something_in_it_is_refused() =>
        Assert.Single(WordRules.Broken([Russian(("Title", "Записи")), English(("Title", "Bookings"))], [new SourceFile(Marker.Path, "public sealed class KpiText { int A; }")]));

    [Fact]
    public void A_key_that_does_not_exist_is_seen()
    {
        var page = new SourceFile("AuditDashboard/Kpi/X.razor", "@inject IStringLocalizer<KpiText> Text\n<p>@Text[\"Title\"] @Text[\"Titel\", 1]</p>");

        Assert.Equal(["AuditDashboard/Kpi/X.razor: KpiText has no Titel"], WordRules.Missing([Russian(("Title", "Записи"))], [page]));
    }

    /// <summary>Code-behind declares the localizer that its markup uses.</summary>
    private static SourceFile WithMarkup(SourceFile file) =>
        file.Path.EndsWith(".razor.cs", StringComparison.Ordinal) && Repository.Razor.FirstOrDefault(markup => markup.Path + ".cs" == file.Path) is { } markup
            ? new SourceFile(file.Path, file.Text + markup.Text)
            : file;

    private static SourceFile Russian(params (string Key, string Word)[] words) => Resx("AuditDashboard/Kpi/KpiText.resx", words);

    private static SourceFile English(params (string Key, string Word)[] words) => Resx("AuditDashboard/Kpi/KpiText.en.resx", words);

    private static SourceFile Resx(string path, (string Key, string Word)[] words) =>
        new(path, new XElement("root", words.Select(word => new XElement("data", new XAttribute("name", word.Key), new XElement("value", word.Word)))).ToString());
}
