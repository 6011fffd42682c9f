using AuditDashboard.Ui;

namespace AuditDashboard.Tests.Ui;

public sealed class AddressMaskTests
{
    [Theory]
    [InlineData("tel:+79000000142", "tel:+7 900 •••-01-42")]
    [InlineData("wa:79000000142", "wa:+7 900 •••-01-42")]
    [InlineData("tg:7000001010", "tg:7000001010")]
    [InlineData("wa:user", "wa:user")]
    [InlineData("nothing", "nothing")]
    public void Only_addresses_that_are_phones_are_masked(string address, string expected) => Assert.Equal(expected, AddressMask.Of(address));
}
