using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Tests.Channels.Hooks;

public sealed class EventKeyTests
{
    [Theory]
    [InlineData("mid.1", "max-mid.1")]
    [InlineData("a:b_c", "max-a:b_c")]
    public void A_plain_number_of_the_channel_stays_readable(string part, string key) => Assert.Equal(key, EventKey.Of("max", part));

    [Theory]
    [InlineData("MzE5NTUwMDAwMDE=")]
    [InlineData("два слова")]
    [InlineData("\uD83D")]
    public void What_does_not_fit_the_log_is_hashed_and_stays_the_same(string part)
    {
        var key = EventKey.Of("max", part);

        Assert.Matches("^max-[0-9a-f]{40}$", key);
        Assert.Equal(key, EventKey.Of("max", part));
        Assert.NotEqual(key, EventKey.Of("max", part, "2"));
    }

    [Fact]
    public void A_long_one_leaves_room_for_what_follows_from_it() =>
        Assert.True($"{EventKey.Of("max", new string('a', 300))}-rescheduled".Length <= 128);

    [Theory]
    [InlineData("79000000101", "+79000000101")]
    [InlineData("8 (900) 000-01-01", "+79000000101")]
    [InlineData("9000000101", "+79000000101")]
    [InlineData("+375291234567", "+375291234567")]
    [InlineData("sip:admin@donlokon.mangosip.ru", null)]
    [InlineData("anonymous", null)]
    [InlineData("101", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Phones_become_e164_or_nothing(string? written, string? phone) => Assert.Equal(phone, ChannelPhone.E164(written));
}
