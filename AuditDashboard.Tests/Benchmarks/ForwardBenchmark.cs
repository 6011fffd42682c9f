using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AuditDashboard.Benchmarks;

/// <summary>
/// What standing between messenger and bot costs: one call at a time to the bot itself, to the application that only stores, and through the
/// application to the bot, in turns within one run. Milliseconds at the median and the 99th percentile.
/// </summary>
internal static class ForwardBenchmark
{
    private const string Secret = "bench-secret-0001";

    public static async Task<int> RunAsync(int rounds, int calls)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        using var bot = await Servers.BotAsync();
        using var app = await Servers.AppAsync(Path.Combine(folder, "app"), [.. Endpoint(0, "ep-stores", null), .. Endpoint(1, "ep-forwards", $"http://127.0.0.1:{bot.Port}/webhook")]);
        using var messenger = new HttpClient();
        messenger.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        Uri[] targets = [new($"http://127.0.0.1:{bot.Port}/webhook"), new($"http://127.0.0.1:{app.Port}/hooks/ep-stores"), new($"http://127.0.0.1:{app.Port}/hooks/ep-forwards")];
        var added = new List<double>();
        for (var round = -1; round < rounds; round++)
        {
            var medians = new List<double>();
            foreach (var target in targets)
            {
                var waits = await MeasureAsync(messenger, target, calls);
                medians.Add(waits[waits.Count / 2]);
                Write(round < 0 ? $"warm {target.AbsolutePath}" : target.AbsolutePath, waits[waits.Count / 2], waits[waits.Count * 99 / 100]);
            }

            if (round >= 0)
            {
                added.Add(medians[2] - medians[0]);
            }
        }

        added.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"added at the median: {added[added.Count / 2]:0.00} ms [{added[0]:0.00}..{added[^1]:0.00}]"));
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static int _updates;

    private static async Task<List<double>> MeasureAsync(HttpClient messenger, Uri target, int calls)
    {
        var waits = new List<double>(calls);
        for (var call = 0; call < calls; call++)
        {
            var update = ++_updates;
            using var content = new StringContent(
                $$$"""{"update_id":{{{update}}},"message":{"message_id":{{{update}}},"date":1795341600,"from":{"id":{{{700000000 + (update % 500)}}},"first_name":"Анна"},"chat":{"id":{{{700000000 + (update % 500)}}},"type":"private"},"text":"Здравствуйте! Есть время завтра после 18:00?"}}""",
                Encoding.UTF8, "application/json");
            var started = Stopwatch.GetTimestamp();
            using var answer = await messenger.PostAsync(target, content);
            answer.EnsureSuccessStatusCode();
            waits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        waits.Sort();
        return waits;
    }

    private static IEnumerable<(string, string)> Endpoint(int number, string id, string? forwardUrl)
    {
        var prefix = $"Provisioning__Endpoints__{number}__";
        return [(prefix + "Id", id), (prefix + "Kind", "telegram"), (prefix + "Bot", "bench"), (prefix + "Secret", Secret), (prefix + "ForwardUrl", forwardUrl ?? "")];
    }

    private static void Write(string path, double median, double tail) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path,-28} p50 {median,6:0.00} ms  p99 {tail,6:0.00} ms"));
}
