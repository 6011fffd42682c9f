using AuditDashboard.Demo.Loading;

namespace AuditDashboard.Tests.Demo.Loading;

public sealed class DemoArgumentsTests
{
    [Fact]
    public void The_short_forms_stand_for_the_setting_and_swallow_no_neighbour() =>
        Assert.Equal(
            ["--Provisioning:Demo=demo", "--urls", "http://127.0.0.1:1", "--Provisioning:Demo=tiny", "--demonstrate"],
            DemoArguments.Spell(["--demo", "--urls", "http://127.0.0.1:1", "--demo=tiny", "--demonstrate"]));
}
