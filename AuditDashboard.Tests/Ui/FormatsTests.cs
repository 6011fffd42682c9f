using AuditDashboard.Ui;

namespace AuditDashboard.Tests.Ui;

public sealed class FormatsTests : UiTest
{
    [Fact]
    public void Russian_numbers_use_no_break_spaces_and_a_comma()
    {
        Assert.Equal("1\u00A0073", Formats.Count(1073));
        Assert.Equal("38,4\u00A0%", Formats.Percent(0.3841));
        Assert.Equal("3,1\u00A0п.\u00A0п.", Formats.Points(-0.031));
        Assert.Equal("1,8\u00A0с", Formats.Seconds(1_820));
        Assert.Equal("4\u00A0800\u00A0₽", Formats.Money(480_000));
        Assert.Equal("4\u00A0800,50\u00A0₽", Formats.Money(480_050));
    }

    [Fact]
    public void English_numbers_use_a_point()
    {
        Speak("en-US");

        Assert.Equal("1,073", Formats.Count(1073));
        Assert.Equal("38.4%", Formats.Percent(0.3841));
        Assert.Equal("3.1\u00A0pp", Formats.Points(0.031));
        Assert.Equal("1.8\u00A0s", Formats.Seconds(1_820));
    }

    [Fact]
    public void What_is_not_there_is_a_dash_and_never_a_zero()
    {
        Assert.Equal("—", Formats.Percent(null));
        Assert.Equal("—", Formats.Seconds(null));
    }

    [Theory]
    [InlineData(45, "45\u00A0с")]
    [InlineData(7 * 60, "7\u00A0мин")]
    [InlineData(72 * 60, "1\u00A0ч 12\u00A0мин")]
    [InlineData(2 * 3600, "2\u00A0ч")]
    [InlineData((76 * 3600) + 59, "3\u00A0дн 4\u00A0ч")]
    public void Durations_show_their_two_largest_units(int seconds, string words) =>
        Assert.Equal(words, Formats.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(1, "диалог")]
    [InlineData(2, "диалога")]
    [InlineData(4, "диалога")]
    [InlineData(5, "диалогов")]
    [InlineData(0, "диалогов")]
    [InlineData(11, "диалогов")]
    [InlineData(14, "диалогов")]
    [InlineData(21, "диалог")]
    [InlineData(112, "диалогов")]
    [InlineData(1_000_022, "диалога")]
    public void Russian_nouns_have_three_forms(long count, string form) =>
        Assert.Equal(form, Plural.Of(count, "диалог", "диалога", "диалогов"));

    [Fact]
    public void English_nouns_have_two_forms()
    {
        Speak("en-US");

        Assert.Equal("dialog", Plural.Of(1, "dialog", "dialogs", "?"));
        Assert.Equal("dialogs", Plural.Of(11, "dialog", "dialogs", "?"));
    }

    [Theory]
    [InlineData("+79621231442", "+7 962 •••-14-42")]
    [InlineData("+375291234567", "+37 529 •••-45-67")]
    [InlineData("89621231442", "•••42")]
    [InlineData("112", "•••")]
    [InlineData(null, "")]
    public void A_phone_shows_its_operator_and_its_last_four_digits(string? phone, string masked) =>
        Assert.Equal(masked, PhoneMask.Of(phone));
}
