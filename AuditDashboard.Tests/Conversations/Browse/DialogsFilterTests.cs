using AuditDashboard.Conversations.Browse;
using AuditDashboard.Ui;

namespace AuditDashboard.Tests.Conversations.Browse;

public sealed class DialogsFilterTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("")]
    [InlineData("q=%D0%90%D0%BD%D0%BD%D0%B0&f=booked&channel=vk&branch=center&period=week")]
    [InlineData("from=2026-11-01&to=2026-11-20")]
    [InlineData("topic=booking.create&model=gpt-4.1-mini&scenario=booking&conf=60&wait=10&call=1&human=1")]
    public void What_an_address_says_is_said_again_the_same(string query) =>
        Assert.Equal(query, DialogsFilter.Of($"https://salon.example/dialogs?{query}", Today).Address());

    [Theory]
    [InlineData("?conf=0")]
    [InlineData("?conf=101")]
    [InlineData("?conf=half")]
    [InlineData("?wait=-3")]
    [InlineData("?topic=%20")]
    [InlineData("?period=&from=&to=")]
    public void What_it_cannot_mean_narrows_nothing(string address) => Assert.False(DialogsFilter.Of(address, Today).NarrowsAnything);

    [Fact]
    public void A_saved_week_moves_with_the_calendar()
    {
        var saved = DialogsFilter.Of("?period=week", Today).Address();

        Assert.Equal(new Period(Today.AddDays(1), Today.AddDays(7), "week"), DialogsFilter.Of($"?{saved}", Today.AddDays(7)).Period);
    }

    [Fact]
    public void The_drawers_own_filters_are_counted_and_the_chips_are_not() =>
        Assert.Equal(4, DialogsFilter.Of("?f=booked&q=анна&topic=price&conf=50&call=1&period=day", Today).Narrowing);
}
