using AuditDashboard.Shell;

namespace AuditDashboard.Tests.Shell;

public sealed class InitialsTests
{
    [Theory]
    [InlineData("Елена Морозова", 2, "ЕМ")]
    [InlineData("студия «Донская»", 2, "СД")]
    [InlineData("Лаванда", 1, "Л")]
    [InlineData("", 2, "")]
    public void A_name_is_marked_by_its_first_letters(string name, int letters, string expected) =>
        Assert.Equal(expected, Initials.Of(name, letters));
}
