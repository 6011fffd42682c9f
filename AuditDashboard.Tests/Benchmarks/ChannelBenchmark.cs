using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace AuditDashboard.Benchmarks;

/// <summary>How long messengers wait for their answer: bodies of all channels mixed, sent on a schedule whatever the answers do.</summary>
internal static class ChannelBenchmark
{
    public static async Task<int> RunAsync(int perSecond, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        using var app = await Servers.AppAsync(Path.Combine(folder, "app"), ChannelMix.Environment());
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri($"http://127.0.0.1:{app.Port}") };
        var mix = new ChannelMix(Path.Combine(AppContext.BaseDirectory, "Samples"));
        await SendAsync(client, mix, 0, perSecond, 5 * perSecond);
        var (waits, refused) = await SendAsync(client, mix, 5 * perSecond, perSecond, seconds * perSecond);
        Array.Sort(waits);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{ChannelMix.Kinds.Length} channels, {perSecond}/s for {seconds} s: p50 {At(.5):0.0} ms, p95 {At(.95):0.0} ms, p99 {At(.99):0.0} ms, most {waits[^1]:0.0} ms; not 200: {refused}"));
        Directory.Delete(folder, recursive: true);
        return 0;

        double At(double share) => waits[(int)(share * (waits.Length - 1))];
    }

    private static async Task<(double[] Waits, int Refused)> SendAsync(HttpClient client, ChannelMix mix, int first, int perSecond, int count)
    {
        var (began, refused) = (Stopwatch.GetTimestamp(), 0);
        var waits = new Task<double>[count];
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond) - Stopwatch.GetElapsedTime(began);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due);
            }

            waits[i] = SendAsync(first + i);
        }

        return (await Task.WhenAll(waits), refused);

        async Task<double> SendAsync(int number)
        {
            using var request = mix.Next(number);
            var started = Stopwatch.GetTimestamp();
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.OK && Interlocked.Increment(ref refused) <= 5)
            {
                Console.WriteLine($"{request.RequestUri}: {(int)answer.StatusCode}");
            }

            return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }
    }
}
