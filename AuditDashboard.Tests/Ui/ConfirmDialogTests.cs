using AuditDashboard.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace AuditDashboard.Tests.Ui;

public sealed class ConfirmDialogTests : UiTest
{
    [Fact]
    public async Task The_button_waits_for_a_reason_and_the_reason_is_the_answer()
    {
        var (host, answer) = await AskAsync(reasonLength: 5);
        Assert.True(host.Find("[data-confirm]").HasAttribute("disabled"));

        await host.Find("textarea").InputAsync(" Новая версия путает цены ");
        await host.Find("[data-confirm]").ClickAsync();

        Assert.Equal("Новая версия путает цены", await answer);
    }

    [Fact]
    public async Task Who_changes_their_mind_answers_nothing()
    {
        var (host, answer) = await AskAsync(reasonLength: 0);
        Assert.Empty(host.FindAll("textarea"));

        await host.FindAll("button").First(button => button.TextContent == "Отмена").ClickAsync();

        Assert.Null(await answer);
    }

    private async Task<(IRenderedComponent<MudDialogProvider> Host, Task<string?> Answer)> AskAsync(int reasonLength)
    {
        var host = Render<MudDialogProvider>();
        var dialogs = Services.GetRequiredService<IDialogService>();
        Task<string?> answer = null!;
        await host.InvokeAsync(() =>
        {
            answer = ConfirmDialog.AskAsync(dialogs, "Откатить?", "Вернётся версия 13.", "Откатить", reasonLength);
        });
        host.WaitForElement("[data-confirm]");
        return (host, answer);
    }
}
