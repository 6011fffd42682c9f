using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Tests.Channels.Hooks;

public sealed class ChannelPhoneTests
{
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
