using AuditDashboard.Access;
using AuditDashboard.Channels.Endpoints;
using AuditDashboard.Channels.Health;
using AuditDashboard.Channels.Probes;
using AuditDashboard.Channels.Status;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using AuditDashboard.Tests.Channels.Connect;
using AuditDashboard.Tests.Replay;
using AuditDashboard.Tests.Support;
using AuditDashboard.Tests.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Channels.Status;

/// <summary>The page of channels on a running host, with a Telegram that can be broken.</summary>
public sealed class ChannelsPageTests : UiTest
{
    private FakeServices _services = null!;
    private IngestHost _host = null!;

    [Fact]
    public async Task A_broken_channel_says_so_by_itself_and_what_to_do()
    {
        var page = await OpenAsync(SignedIn.Owner);
        Assert.Contains("Ждём первое событие", Card(page).TextContent, StringComparison.Ordinal);
        Assert.Contains("в течение пяти минут", Card(page).TextContent, StringComparison.Ordinal);

        _services.Token = "another";
        await _host.Get<ProbeChannels>().HandleAsync(Xunit.TestContext.Current.CancellationToken);
        _host.Get<Pulse<HealthChanged>>().Send(new HealthChanged());

        page.WaitForState(() => Forward() && Card(page).QuerySelector("[data-code=token-revoked]") is not null);
        Assert.Contains("Нет связи", Card(page).TextContent, StringComparison.Ordinal);
        Assert.Contains("Выпустите новый токен", Card(page).TextContent, StringComparison.Ordinal);
        Assert.NotNull(Card(page).QuerySelector("a[href=integrations]"));
    }

    [Fact]
    public async Task A_manager_sees_the_channels_of_the_own_branches_and_sets_nothing_up()
    {
        var page = await OpenAsync(SignedIn.Manager with { Branches = ["center"] });
        Assert.Null(Card(page).QuerySelector("a[href=integrations]"));
        await DisposeComponentsAsync();

        Assert.Contains("Каналов пока нет", (await OpenAsync(SignedIn.Manager with { Branches = ["garden"] })).Markup, StringComparison.Ordinal);
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _host.DisposeAsync();
        await _services.DisposeAsync();
    }

    private async Task<IRenderedComponent<ChannelsPage>> OpenAsync(Viewer viewer)
    {
        if (_services is null)
        {
            _services = await FakeServices.StartAsync();
            _host = await IngestHost.StartAsync(
                null,
                [
                    .. EndpointSettings.Of("telegram", ("Secret", "secret-0001"), ("BotToken", "123:TOKEN"), ("ApiBaseUrl", _services.Address)),
                    ("Outbound:AllowPrivateNetworks", "true"),
                ]);
            Clock.SetUtcNow(_host.Clock.GetUtcNow());
            Services.AddSingleton(_host.Get<Pulse<EventsAppended>>()).AddSingleton(_host.Get<Pulse<HealthChanged>>());
            Services.AddTransient(_ => Viewers!).AddTransient(_ => new ChannelsQuery(
                Viewers!, _host.Get<IChannelEndpoints>(), new TwoBranches(), _host.Get<SenderQueries>(), _host.Get<RefusedCalls>(), new SalonClock(_host.Clock, Moscow)));
            AddBunitPersistentComponentState();
        }

        Viewers = new SignedIn(viewer);
        return Render<ChannelsPage>();
    }

    private ICurrentViewer? Viewers { get; set; }

    private static AngleSharp.Dom.IElement Card(IRenderedComponent<ChannelsPage> page) => page.Find("[data-channel=ep-telegram]");

    private bool Forward()
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        return true;
    }
}
