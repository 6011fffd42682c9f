using AuditDashboard.Foundation;
using AuditDashboard.Notices;
using AuditDashboard.Notices.Page;
using AuditDashboard.Tests.Support;
using AuditDashboard.Tests.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using static AuditDashboard.Tests.Notices.ToldBot;

namespace AuditDashboard.Tests.Notices;

/// <summary>What stands on the endpoint's card.</summary>
public sealed class NoticeStateTests : UiTest
{
    [Fact]
    public async Task The_card_says_in_words_what_became_of_the_last_notice_and_repeats_it()
    {
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync();
        bot.Status = 410;
        var card = Open(host);
        Assert.Contains("ещё ничего не сообщалось", card.Markup, StringComparison.Ordinal);

        await card.Find("[data-act=ping]").ClickAsync(new());
        Assert.Contains("пробное, ждёт отправки", card.Markup, StringComparison.Ordinal);
        await SweepAsync(host);
        card.WaitForState(() => Forward() && card.FindAll("[data-testid=notices-stopped]").Count == 1);
        Assert.Contains("бот ответил 410", card.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("в ближайшие секунды", card.Markup, StringComparison.Ordinal);
        bot.Status = 200;
        await card.Find("[data-act=repeat]").ClickAsync(new());
        await SweepAsync(host);

        card.WaitForState(() => Forward() && card.Markup.Contains("доставлено", StringComparison.Ordinal) && card.FindAll("[data-act=repeat]").Count == 0);
        Assert.Empty(card.FindAll("[data-testid=notices-stopped]"));
        Assert.Equal(2, bot.Calls.Count);
    }

    [Fact]
    public async Task In_English_it_says_the_same()
    {
        Speak("en-US");
        await using var bot = await ToldBot.StartAsync();
        await using var host = await bot.HostAsync();

        var card = Open(host);

        Assert.Equal("Send a test", card.Find("[data-act=ping]").TextContent);
        Assert.Contains("The bot was not told anything yet", card.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<NoticeState> Open(IngestHost host)
    {
        Clock.SetUtcNow(host.Clock.GetUtcNow());
        Services.AddSingleton(host.Get<NoticesQuery>()).AddSingleton(Repeating(host)).AddSingleton(host.Get<Pulse<NoticesChanged>>());
        return Render<NoticeState>(given => given.Add(card => card.EndpointId, Endpoint));
    }

    private bool Forward()
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return true;
    }
}
