using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AuditDashboard.Benchmarks;

/// <summary>
/// How long the server takes for warm pages and queries of an owner, one after the other, on a demo data set of any size; and what each costs it of the
/// processors, which is nearly the same on a machine that has other work too.
/// </summary>
internal static partial class PagesBenchmark
{
    private const string ReadKey = "bench_read_000000000000000000000000000";

    /// <param name="preset">Of the demo; or the data folder of an earlier run, which stays as it is.</param>
    public static async Task<int> RunAsync(string preset, int times)
    {
        var isKept = Path.IsPathRooted(preset);
        var folder = isKept ? preset : Directory.CreateTempSubdirectory("bench-").FullName;
        var began = Stopwatch.GetTimestamp();
        using var app = await Servers.AppAsync(Path.Combine(folder, "app"), [("Provisioning__Demo", isKept ? "" : preset), .. KeySettings()]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{preset} loaded and listening after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
        await app.QuietAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"every story told after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, memory {app.Memory / 1_048_576} MB, {Size(folder)} MB on disk"));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{app.Port}") };
        await SignInAsync(client);
        foreach (var path in await PathsAsync(client))
        {
            await MeasureAsync(app, client, path, times);
        }

        if (!isKept)
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(Servers app, HttpClient client, string path, int times)
    {
        var waits = new double[times];
        var used = TimeSpan.Zero;
        for (var i = -5; i < times; i++)
        {
            used = i == 0 ? app.ProcessorTime : used;
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(path);
            await answer.Content.ReadAsByteArrayAsync();
            answer.EnsureSuccessStatusCode();
            waits[Math.Max(0, i)] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        used = app.ProcessorTime - used;
        Array.Sort(waits);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"p50 {waits[times / 2],7:0.0} ms  p95 {waits[(int)(times * 0.95)],7:0.0} ms  processor {used.TotalMilliseconds / times,7:0.0} ms  {Shown(path)}"));
    }

    private static (string, string)[] KeySettings() =>
    [
        ("Provisioning__ApiKeys__1__Name", "reader"), ("Provisioning__ApiKeys__1__Key", ReadKey), ("Provisioning__ApiKeys__1__Bot", "reader"),
        ("Provisioning__ApiKeys__1__Scopes__0", "read"),
    ];

    private static async Task<IReadOnlyList<string>> PathsAsync(HttpClient client)
    {
        client.DefaultRequestHeaders.Add("X-Api-Key", ReadKey);
        var today = DateTime.Today;
        var month = string.Create(CultureInfo.InvariantCulture, $"from={today.AddDays(-30):yyyy-MM-dd}&to={today:yyyy-MM-dd}");
        using var sessions = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/sessions?{month}&limit=100"));
        var longest = sessions.RootElement.GetProperty("sessions").EnumerateArray().MaxBy(session => session.GetProperty("messages").GetInt32()).GetProperty("sessionId").GetString();
        return
        [
            "/", "/?period=week&channel=telegram", "/dialogs", "/dialogs?f=booked", $"/dialogs?q={Uri.EscapeDataString("маникюр")}", $"/dialogs?q={Uri.EscapeDataString("записаться на субботу")}",
            "/dialogs?q=0101", $"/dialogs/{longest}", "/numbers/Bookings?period=month", "/numbers/Losses?period=month", "/channels", "/integrations", "/reports", "/access-log",
            $"/api/v1/kpi?{month}", $"/api/v1/sessions?{month}&limit=100", $"/api/v1/sessions?{month}&q={Uri.EscapeDataString("маникюр")}", $"/api/v1/events?{month}&limit=1000",
        ];
    }

    private static async Task SignInAsync(HttpClient client)
    {
        var fields = HiddenField().Matches(await client.GetStringAsync("/login")).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
        (fields["Email"], fields["Password"]) = ("bench@example.invalid", "bench-password-1");
        using var answer = await client.PostAsync("/login", new FormUrlEncodedContent(fields));
        answer.EnsureSuccessStatusCode();
    }

    private static string Shown(string path) => Uri.UnescapeDataString(Identity().Replace(path, "{id}"));

    private static long Size(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1_048_576;

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""")]
    private static partial Regex HiddenField();

    [GeneratedRegex("[0-9a-f-]{36}")]
    private static partial Regex Identity();
}
