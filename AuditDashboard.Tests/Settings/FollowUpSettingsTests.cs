using AuditDashboard.Settings;

namespace AuditDashboard.Tests.Settings;

public sealed class FollowUpSettingsTests
{
    private static readonly FollowUpSettings Sound = new(true, ["Здравствуйте[, {client}]!", "", ""], false, true, "Напишите сюда", "salon");

    [Fact]
    public void What_is_in_order_is_taken() => Assert.Null(Sound.Judge());

    [Theory]
    [InlineData("Скидка 20 % только сегодня", "followups.advertises")]
    [InlineData("Подробности на salon.ru", "followups.advertises")]
    [InlineData("Ждём вас {date}", "followups.variable")]
    public void A_service_text_neither_advertises_nor_speaks_of_a_visit_that_is_not_there(string text, string code)
    {
        Assert.Equal(code, (Sound with { Texts = ["", text, ""] }).Judge()?.Code);
        Assert.Equal(code, (Sound with { CallText = text }).Judge()?.Code);
    }

    [Fact]
    public void An_advertising_ladder_may_advertise_and_the_answer_to_a_call_never()
    {
        var advertising = Sound with { IsAdvertising = true, Texts = ["Скидка 20 %", "", ""] };

        Assert.Null(advertising.Judge());
        Assert.Equal("followups.advertises", (advertising with { CallText = "Скидка" }).Judge()?.Code);
    }

    [Fact]
    public void Switched_on_without_words_is_refused_and_switched_off_it_is_not()
    {
        Assert.Equal("followups.empty", (Sound with { Texts = [" ", "", ""] }).Judge()?.Code);
        Assert.Equal("followups.call", (Sound with { CallText = "" }).Judge()?.Code);
        Assert.Null((Sound with { Enabled = false, AnswersCalls = false, Texts = [], CallText = "" }).Judge());
    }

    [Fact]
    public void Too_long_a_text_a_strange_template_and_an_unknown_preset_are_refused()
    {
        Assert.Equal("followups.long", (Sound with { Texts = [new string('я', 1001)] }).Judge()?.Code);
        Assert.Equal("followups.template", (Sound with { Templates = ["two words"] }).Judge()?.Code);
        Assert.Equal("followups.preset", (Sound with { Preset = "bank" }).Judge()?.Code);
    }
}
