using System.Globalization;
using Microsoft.Playwright;

namespace AuditDashboard.Benchmarks;

/// <summary>
/// What remains of the ingest rate while ten start pages are open and follow the numbers: paired rounds, the pages closed and open. The browser runs on
/// the same processors, where owners' browsers are elsewhere, and so at the lowest priority.
/// </summary>
internal static class DashboardsBenchmark
{
    private const int Pages = 10;
    private const int Connections = 16;

    public static async Task<int> RunAsync(int rounds, double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        using var app = await Servers.AppAsync(Path.Combine(folder, "app"), [("Provisioning__Demo", "demo")]);
        await app.QuietAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Lowly(folder), Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = $"http://127.0.0.1:{app.Port}" });
        var pages = await SignInAsync(context);
        List<double> ratios = [];
        await RateAsync(app, seconds);
        for (var round = 0; round < rounds; round++)
        {
            var closed = await RateAsync(app, seconds);
            var said = await OpenAsync(pages);
            var open = await RateAsync(app, seconds);
            ratios.Add(open / closed);
            var followed = await ChangedAsync(pages, said);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"closed {closed,8:0} events/s   open {open,8:0} events/s   ratio {ratios[^1]:0.00}   {followed} of {Pages} pages followed"));
            await Task.WhenAll(pages.Select(page => page.GotoAsync("about:blank")));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ingest with {Pages} pages open / closed: {ratios.Order().ElementAt(rounds / 2):0.00} [{ratios.Min():0.00}..{ratios.Max():0.00}]"));
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<double> RateAsync(Servers app, double seconds)
    {
        await app.QuietAsync();
        return (await new LoadClient(app.Port, Servers.Key, 1).RunAsync(Connections, TimeSpan.FromSeconds(seconds))).RequestsPerSecond;
    }

    private static async Task<IReadOnlyList<IPage>> SignInAsync(IBrowserContext context)
    {
        var first = await context.NewPageAsync();
        await first.GotoAsync("/login");
        await first.FillAsync("input[name='Email']", "bench@example.invalid");
        await first.FillAsync("input[name='Password']", "bench-password-1");
        await first.Keyboard.PressAsync("Enter");
        await first.WaitForSelectorAsync("[data-updated]");
        List<IPage> pages = [first];
        while (pages.Count < Pages)
        {
            pages.Add(await context.NewPageAsync());
        }

        await Task.WhenAll(pages.Select(page => page.GotoAsync("about:blank")));
        return pages;
    }

    /// <summary>Opens every page, waits until its circuit draws the chart, and answers what each says of its moment.</summary>
    private static async Task<string[]> OpenAsync(IReadOnlyList<IPage> pages)
    {
        foreach (var page in pages)
        {
            await page.GotoAsync("/");
            await page.WaitForSelectorAsync(".apexcharts-svg", new PageWaitForSelectorOptions { Timeout = 90_000 });
        }

        return await Task.WhenAll(pages.Select(SaidAsync));
    }

    private static async Task<int> ChangedAsync(IReadOnlyList<IPage> pages, string[] before)
    {
        await Task.Delay(TimeSpan.FromSeconds(5));
        return (await Task.WhenAll(pages.Select(SaidAsync))).Zip(before).Count(pair => pair.First != pair.Second);
    }

    private static async Task<string> SaidAsync(IPage page) =>
        string.Join('|', await page.EvalOnSelectorAllAsync<string[]>("[data-value], .kpi-note, [data-updated]", "all => all.map(one => one.textContent)"));

    private static string Lowly(string folder)
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        var path = Path.Combine(folder, "chromium");
        File.WriteAllText(path, $"#!/bin/sh\nexec nice -n 19 {chromium} \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
