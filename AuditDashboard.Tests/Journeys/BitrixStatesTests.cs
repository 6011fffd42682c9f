using System.Text.Json;
using AuditDashboard.Tests.Bitrix24.Emulator;
using AuditDashboard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace AuditDashboard.Tests.Journeys;

/// <summary>The page of the exchange in each of its states, at two widths and in two themes. <c>AUDIT_PICTURES</c> names a folder for pictures to look at.</summary>
public sealed class BitrixStatesTests(Browser browser) : IAsyncLifetime
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("AUDIT_PICTURES");

    /// <summary>The last two only for whoever wants pictures.</summary>
    private static readonly (int Width, ColorScheme Theme)[] Looks = [(1440, ColorScheme.Light), (390, ColorScheme.Dark), (1440, ColorScheme.Dark), (390, ColorScheme.Light)];

    private readonly string _folder = Directory.CreateTempSubdirectory("audit-b24states-").FullName;
    private readonly List<(string Name, Tab Tab)> _tabs = [];
    private readonly List<string> _problems = [];
    private PortalEmulator _portal = null!;
    private AppProcess _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalEmulator.StartAsync(TimeProvider.System);
        (_portal.Limits.Burst, _portal.Limits.PerSecond) = (10_000, 1_000);
        _app = await AppProcess.StartAsync(
            _folder, Cancel, $"--Provisioning:Bitrix24:WebhookUrl={_portal.WebhookUrl}", "--Outbound:AllowPrivateNetworks=true", "--Bitrix24:RatePerSecond=100", "--Bitrix24:Burst=200",
            "--Bitrix24:SweepSeconds=1");
        foreach (var (width, theme) in Looks.Take(Pictures is null ? 2 : Looks.Length))
        {
            var tab = await browser.OpenAsync(_app.Address, width, 900, theme);
            await tab.SignInAsync();
            _tabs.Add(($"{width}-{theme.ToString().ToLowerInvariant()}", tab));
        }
    }

    [Fact]
    public async Task The_page_tells_its_state_is_accessible_and_fits()
    {
        await PostAsync(1, "message.received", "lead.created", "booking.created", "booking.confirmed", "session.closed");
        await PostAsync(2, "message.received", "lead.created");
        await LookAsync("works", "ok", dead: 0, isDrained: true);
        await LookAtCardAsync();

        _portal.State.Required.Add("companyTitle");
        await PostAsync(3, "message.received", "lead.created", "booking.created");
        await PostAsync(4, "message.received", "lead.created");
        await LookAsync("dead", "ok", dead: 2);

        _portal.State.Required.Clear();
        _portal.Faults.Rule = (method, _) => method == "crm.item.add" ? PortalFault.Budget : null;
        await PostAsync(5, "message.received", "lead.created");
        await LookAsync("slowed", "degraded", dead: 2);

        _portal.Faults.Rule = (_, _) => PortalFault.TooMany;
        await CheckAsync();
        await LookAsync("limit", "throttled", dead: 2);

        _portal.Faults.Rule = (_, _) => new PortalFault.DropBeforeExecute();
        await CheckAsync();
        await PostAsync(6, "message.received", "lead.created");
        await PostAsync(7, "message.received", "lead.created");
        await LookAsync("silent", "throttled", dead: 2);

        _portal.Faults.Rule = (_, _) => new PortalFault.Reply(401, """{"error":"ACCESS_DENIED","error_description":"REST is available only by subscription."}""");
        await CheckAsync();
        await LookAsync("blocked", "blocked", dead: 2);
        Assert.Empty(_problems.Concat(_tabs.SelectMany(tab => tab.Tab.Complaints)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, tab) in _tabs)
        {
            await tab.DisposeAsync();
        }

        _app.Dispose();
        await _portal.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task PostAsync(int n, params string[] types)
    {
        var now = TimeProvider.System.GetUtcNow();
        var client = new { id = $"tg:{700000000 + n}", name = "Анна", phone = $"+7 900 000-00-{n:00}" };
        foreach (var type in types)
        {
            object? booking = type.StartsWith("booking", StringComparison.Ordinal) ? new { id = $"B-{n}", service = "Стрижка", start = now.AddDays(2) } : null;
            object? lead = type == "lead.created" ? new { id = $"L-{n}" } : null;
            using var answer = await _app.PostAsync(new { id = $"{type}-{n}", type, time = now, session = $"s-{n}", channel = "telegram", client, lead, booking, text = type == "message.received" ? "Можно на субботу?" : null }, Cancel);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        }
    }

    /// <summary>What was paused is asked again at once.</summary>
    private Task CheckAsync() => _tabs[0].Tab.Page.GetByTestId("bitrix24-check").ClickAsync();

    private async Task LookAsync(string name, string state, int dead, bool isDrained = false)
    {
        await ReachedAsync(state, dead, isDrained);
        foreach (var (kind, tab) in _tabs)
        {
            await tab.GoAsync("/bitrix24");
            await tab.Page.Locator($"[data-testid=bitrix24-state][data-state={state}]").WaitForAsync();
            await SeeAsync(tab, $"{name}-{kind}");
        }
    }

    private async Task LookAtCardAsync()
    {
        foreach (var (kind, tab) in _tabs)
        {
            await tab.GoAsync("/bitrix24");
            await tab.GoAsync("/" + await tab.Page.GetByTestId("bitrix24-row").First.Locator("a[href^=dialogs]").GetAttributeAsync("href"));
            await tab.Page.GetByTestId("replay-play").WaitForAsync();
            await SeeAsync(tab, $"card-{kind}");
        }
    }

    private async Task SeeAsync(Tab tab, string name)
    {
        await tab.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        _problems.AddRange((await tab.AxeAsync()).Select(line => $"{name}: {line}"));
        if (await tab.ScrollsSidewaysAsync())
        {
            _problems.Add($"{name}: scrolls sideways");
        }

        if (Pictures is not null)
        {
            await tab.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });
        }
    }

    private async Task ReachedAsync(string state, int dead, bool isDrained)
    {
        JsonElement status = default;
        for (var tries = 0; tries < 450; tries++)
        {
            status = JsonElement.Parse(await _app.Bot.GetByteArrayAsync("/api/v1/bitrix24/status", Cancel));
            var queue = status.GetProperty("queue").GetInt32();
            if ((status.GetProperty("state").GetString(), status.GetProperty("dead").GetInt32(), queue == 0) == (state, dead, isDrained))
            {
                return;
            }

            await Task.Delay(200, Cancel);
        }

        throw new TimeoutException($"Not {state} with {dead}: {status}");
    }
}
