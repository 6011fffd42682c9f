using System.Diagnostics;
using System.Globalization;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Benchmarks;

/// <summary>What bodies that nobody should send cost the application in memory: the same ones again and again, eight at a time.</summary>
internal static class HostileBenchmark
{
    public static async Task<int> RunAsync(int passes)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        using var app = await Servers.AppAsync(Path.Combine(folder, "app"), [.. ChannelMix.Environment(), ("DOTNET_gcServer", "0")]);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{app.Port}") };
        var bodies = new ChannelMix(Path.Combine(AppContext.BaseDirectory, "Samples")).Pairs()
            .SelectMany(sample => HostileBodies.Of(sample.Body).Select(body => (sample.Kind, Body: body))).ToList();
        Console.WriteLine($"{bodies.Count} bodies a pass; before: {Megabytes(app.Memory)} MB");
        var broken = 0;
        for (var pass = 1; pass <= passes; pass++)
        {
            var began = Stopwatch.GetTimestamp();
            var (most, slowest) = (0L, 0.0);
            await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (sample, cancel) =>
            {
                var started = Stopwatch.GetTimestamp();
                using var answer = await client.SendAsync(ChannelMix.Request(sample.Kind, sample.Body), cancel);
                slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                most = Math.Max(most, app.Memory);
                broken += (int)answer.StatusCode >= 500 ? 1 : 0;
            });
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"pass {pass}: {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, memory {Megabytes(app.Memory)} MB, most {Megabytes(most)} MB, slowest answer {slowest:0} ms, 5xx so far {broken}"));
        }

        Directory.Delete(folder, recursive: true);
        return broken == 0 ? 0 : 1;
    }

    private static string Megabytes(long bytes) => (bytes / 1_048_576).ToString(CultureInfo.InvariantCulture);
}
