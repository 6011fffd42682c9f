using System.Text;
using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using AuditDashboard.Ingestion.Quarantine;
using AuditDashboard.Tests.Support;
using AuditDashboard.Tests.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Ingestion.Quarantine;

/// <summary>The page on the real quarantine of a running host.</summary>
public sealed class QuarantinePageTests : UiTest
{
    private readonly Journal _journal = new();

    [Fact]
    public async Task A_refused_event_appears_by_itself_and_its_markup_stays_letters()
    {
        await using var host = await HostAsync();
        var page = Render<QuarantinePage>();
        Assert.Contains("Карантин пуст", page.Markup, StringComparison.Ordinal);

        await host.PostAsync("""{"id":"q-1","type":"message.received","text":"<b id=pwn>привет</b>"}""");
        page.WaitForState(() => Forward() && page.FindAll("[data-testid=quarantine-row]").Count == 1);
        page.Find(".row-acts button").Click();

        page.WaitForAssertion(() => Assert.Contains("<b id=pwn>", page.Find("[data-testid=quarantine-body]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#pwn"));
        Assert.Contains("Поля не прошли проверку", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Поле /time: обязательное поле", page.Markup, StringComparison.Ordinal);
        Assert.Contains("quarantine.viewed", _journal.Actions);
    }

    [Fact]
    public async Task A_retry_that_succeeds_empties_the_row()
    {
        await using var host = await HostAsync();
        var body = Encoding.UTF8.GetBytes("""{"id":"q-2","type":"x.y","time":"2026-11-22T10:00:00Z"}""");
        await host.Get<IQuarantine>().KeepAsync(new Sender("salon-bot", null, "ep-1"), [new("native", body, "internal")], Xunit.TestContext.Current.CancellationToken);
        var page = Render<QuarantinePage>();

        page.FindAll(".row-acts button")[1].Click();

        page.WaitForAssertion(() => Assert.Contains("Принято", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Карантин пуст", page.Markup, StringComparison.Ordinal);
        Assert.Single(await host.EventsAsync());
    }

    private async Task<IngestHost> HostAsync()
    {
        var host = await IngestHost.StartAsync(null);
        Services.AddSingleton(host.Get<QuarantineQuery>());
        Services.AddSingleton(host.Get<QuarantineTrim>());
        Services.AddSingleton(host.Get<Pulse<QuarantineChanged>>());
        Services.AddSingleton(new ReviewQuarantine(host.Get<QuarantineQuery>(), host.Get<RetryQuarantined>(), host.Get<DiscardQuarantined>(), new Owner(), _journal));
        return host;
    }

    private bool Forward()
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return true;
    }

    private sealed class Owner : ICurrentViewer
    {
        public Task<Viewer> GetAsync() => Task.FromResult(new Viewer("1", "Владелец", "owner@example.invalid", "owner", null));
    }

    private sealed class Journal : IAccessJournal
    {
        public List<string> Actions { get; } = [];

        public Task WriteAsync(string action, string? subject, string? reason, CancellationToken cancel)
        {
            Actions.Add(action);
            return Task.CompletedTask;
        }
    }
}
