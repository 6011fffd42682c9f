using System.Globalization;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using TestContext = Xunit.TestContext;

namespace AuditDashboard.Tests.Ui;

public sealed class LivePageTests : UiTest
{
    private Pulse<string> News => Services.GetRequiredService<Pulse<string>>();

    [Fact]
    public void News_is_shown_within_a_second_of_it()
    {
        var page = Render<ProbePage>();

        News.Send("ours");
        Clock.Advance(TimeSpan.FromMilliseconds(250));

        page.WaitForAssertion(() => Assert.Contains("read 1", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void A_storm_of_news_is_one_read_a_second()
    {
        var page = Render<ProbePage>();

        News.Send("ours");
        Clock.Advance(TimeSpan.FromMilliseconds(250));
        page.WaitForAssertion(() => Assert.Equal(1, page.Instance.Reads));
        for (var i = 0; i < 100; i++)
        {
            News.Send("ours");
        }

        Clock.Advance(TimeSpan.FromMilliseconds(900));
        Assert.Equal(1, page.Instance.Reads);
        Clock.Advance(TimeSpan.FromMilliseconds(200));
        page.WaitForAssertion(() => Assert.Equal(2, page.Instance.Reads));
    }

    [Fact]
    public void Foreign_news_is_not_read()
    {
        var page = Render<ProbePage>();

        News.Send("theirs");
        Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(0, page.Instance.Reads);
    }

    [Fact]
    public async Task A_page_that_was_left_reads_no_more()
    {
        var page = Render<ProbePage>();
        var left = page.Instance;

        News.Send("ours");
        await DisposeComponentsAsync();
        News.Send("ours");
        Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(0, left.Reads);
    }

    [Fact]
    public async Task An_english_page_stays_english_when_a_russian_thread_brings_the_news()
    {
        Speak("en-US");
        var page = Render<ProbePage>();

        await Task.Run(
            () =>
            {
                Speak("ru-RU");
                News.Send("ours");
            },
            TestContext.Current.CancellationToken);
        Clock.Advance(TimeSpan.FromSeconds(1));

        page.WaitForAssertion(() => Assert.Contains("read 1 en-US", page.Markup, StringComparison.Ordinal));
    }

    private sealed class ProbePage : LivePage
    {
        public int Reads { get; private set; }

        [Inject] private Pulse<string> News { get; set; } = default!;

        protected override void OnInitialized() => Refresh(News, news => news == "ours", ReadAsync);

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddContent(0, $"read {Reads} {CultureInfo.CurrentUICulture.Name}");

        private Task ReadAsync()
        {
            Reads++;
            return Task.CompletedTask;
        }
    }
}
