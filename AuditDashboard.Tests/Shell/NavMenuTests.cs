using AuditDashboard.Shell;
using AuditDashboard.Tests.Ui;
using AuditDashboard.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Shell;

public sealed class NavMenuTests : UiTest
{
    [Fact]
    public void Only_contributed_entries_show_in_their_order_and_for_their_roles()
    {
        Add(Entry("settings", NavSection.System, 10) with { Roles = ["owner"] });
        Add(Entry("bookings", NavSection.Main, 30));
        Add(Entry("dialogs", NavSection.Main, 20));

        var owner = Render<NavMenu>(parameters => parameters.Add(m => m.Role, "owner"));
        var manager = Render<NavMenu>(parameters => parameters.Add(m => m.Role, "manager"));

        Assert.Equal(["dialogs", "bookings", "settings"], owner.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["dialogs", "bookings"], manager.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Система", owner.Find(".nav-head").TextContent);
    }

    [Fact]
    public void A_counter_is_read_again_and_a_broken_one_hides()
    {
        var waiting = 4;
        Add(Entry("dialogs", NavSection.Main, 20) with { Count = (_, _) => Task.FromResult<NavCount?>(new NavCount(waiting, Tone.Warn)) });
        Add(Entry("bitrix24", NavSection.System, 20) with { Count = (_, _) => throw new InvalidOperationException() });

        var menu = Render<NavMenu>(parameters => parameters.Add(m => m.Role, "owner"));
        menu.WaitForAssertion(() => Assert.Equal("4", Assert.Single(menu.FindAll(".nav-count.warn")).TextContent));
        waiting = 5;
        Clock.Advance(TimeSpan.FromSeconds(30));

        menu.WaitForAssertion(() => Assert.Equal("5", Assert.Single(menu.FindAll(".nav-count")).TextContent));
    }

    private static NavItem Entry(string href, NavSection section, int order) => new(href, "<path />", typeof(ShellText), "Product", section, order);

    private void Add(NavItem item) => Services.AddSingleton(item);
}
