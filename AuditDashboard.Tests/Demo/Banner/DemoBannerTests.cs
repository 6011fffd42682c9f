using AuditDashboard.Access;
using AuditDashboard.Demo.Banner;
using AuditDashboard.Demo.Marking;
using AuditDashboard.Tests.Demo.Removal;
using AuditDashboard.Tests.Support;
using AuditDashboard.Tests.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AuditDashboard.Tests.Demo.Banner;

public sealed class DemoBannerTests : UiTest
{
    [Fact]
    public async Task An_owner_removes_the_demo_after_a_question()
    {
        await using var app = new TestApp(null, ("Provisioning:Demo", "tiny"));
        Prepare(app, "owner");
        var dialogs = Render<MudDialogProvider>();
        var banner = Render<DemoBanner>();
        Assert.Contains("Демо-данные", banner.Find("[data-testid=demo-banner]").TextContent, StringComparison.Ordinal);

        var removing = banner.Find("[data-testid=demo-remove]").ClickAsync();
        dialogs.WaitForElement("[data-confirm]");
        await dialogs.Find("[data-confirm]").ClickAsync();
        await removing;

        Assert.False(app.Get<DemoMarks>().IsHere);
    }

    [Fact]
    public async Task A_manager_sees_that_it_is_a_demo_and_no_button()
    {
        await using var app = new TestApp(null, ("Provisioning:Demo", "tiny"));
        Prepare(app, "manager");

        var banner = Render<DemoBanner>();

        Assert.NotNull(banner.Find("[data-testid=demo-banner]"));
        Assert.Empty(banner.FindAll("[data-testid=demo-remove]"));
    }

    [Fact]
    public async Task Real_data_have_no_banner()
    {
        await using var app = new TestApp();
        Prepare(app, "owner");

        Assert.Empty(Render<DemoBanner>().FindAll("*"));
    }

    private void Prepare(TestApp app, string role)
    {
        Services.AddSingleton(app.Get<DemoMarks>());
        Services.AddSingleton(RemoveDemoTests.Command(app, role));
        Services.AddSingleton<ICurrentViewer>(new RemoveDemoTests.SomeViewer(role));
    }
}
