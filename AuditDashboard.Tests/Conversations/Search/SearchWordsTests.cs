using AuditDashboard.Conversations.Search;

namespace AuditDashboard.Tests.Conversations.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("ЁЛКА", "елка")]
    [InlineData("Йога", "йога")]
    [InlineData("и\u0306ога и е\u0308лка", "йога и елка")]
    public void Text_is_compared_composed_in_lower_case_with_yo_as_ye_and_short_i_as_itself(string text, string folded) =>
        Assert.Equal(folded, SearchWords.Fold(text));

    [Theory]
    [InlineData(null, "")]
    [InlineData("  %_ \" * ' ", "")]
    [InlineData("Стрижка, в 14:30!", "стрижка|в|14|30")]
    [InlineData("\"стрижка\" OR NEAR(маникюр*)", "стрижка|or|near|маникюр")]
    [InlineData("'; DROP TABLE events; --", "drop|table|events")]
    [InlineData("да Да ДА", "да")]
    public void Signs_are_gaps_between_words(string? typed, string words) => Assert.Equal(words, string.Join('|', SearchWords.Cut(typed)));

    [Fact]
    public void Half_a_letter_is_no_letter() => Assert.Equal("йога \uFFFD", SearchWords.Fold("И\u0306ОГА \uD800"));

    [Fact]
    public void A_very_long_query_is_cut_after_sixteen_words() =>
        Assert.Equal(16, SearchWords.Cut(string.Join(' ', Enumerable.Range(1, 5000))).Count);
}
