using AuditDashboard.Digest.Chats;

namespace AuditDashboard.Tests.Digest.Chats;

public sealed class BindCodeTests
{
    [Theory]
    [InlineData("K7QM-3XPD")]
    [InlineData("k7qm-3xpd")]
    [InlineData(" K7QM 3XPD ")]
    [InlineData("K7QM3XPD.")]
    [InlineData("K7QM – 3XPD")]
    [InlineData("/k7qm-3xpd")]
    public void A_code_is_known_however_a_phone_writes_it(string written) => Assert.Equal("K7QM-3XPD", BindCode.In(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Можно на субботу?")]
    [InlineData("K7QM-3XP")]
    [InlineData("код K7QM-3XPD")]
    [InlineData("K7QM-3XP0")]
    [InlineData("К7QM-3XPD")]
    public void Anything_else_is_what_a_client_said(string? written) => Assert.Null(BindCode.In(written));

    [Fact]
    public void A_code_that_is_made_is_known()
    {
        var code = BindCode.Make();

        Assert.Equal(code, BindCode.In(code));
        Assert.NotEqual(code, BindCode.Make());
        Assert.DoesNotContain(code[..4], BindCode.HashOf(code), StringComparison.OrdinalIgnoreCase);
    }
}
