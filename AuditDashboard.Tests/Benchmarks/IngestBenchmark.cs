using System.Globalization;

namespace AuditDashboard.Benchmarks;

/// <summary>
/// Durable ingest with every append step beside its yardsticks, in turns within one run: (a) Kestrel answering 202 without storing, (b) raw prepared
/// batch inserts into the same tables, (c) EF Core, one SaveChanges a request. Medians over the rounds, ratios of paired rounds.
/// </summary>
internal static class IngestBenchmark
{
    private static readonly (int Connections, int Batch)[] Cells = [(1, 1), (16, 1), (64, 1), (256, 1), (4, 100)];

    public static int Usage()
    {
        Console.Error.WriteLine("dotnet run -c Release --project AuditDashboard.Tests/Benchmarks [-- <rounds> <seconds a cell> | cell <connections> <rounds> <seconds> | channels <per second> <seconds> | forward <rounds> <calls> | exports <events> <rounds> | hostile <passes> | pages <demo preset or data folder> <times> | evidence <rounds> <seconds> | dashboards <rounds> <seconds>]");
        return 2;
    }

    public static async Task<int> RunAsync(int rounds, double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        var span = TimeSpan.FromSeconds(seconds);
        using var app = await Servers.AppAsync(Path.Combine(folder, "app"));
        using var accept = await Servers.AcceptAsync();
        using var ef = await Servers.EfAsync(folder);
        await WarmAsync(app.Port, accept.Port, ef.Port);
        var seen = new Dictionary<string, List<double>>();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (connections, batch) in Cells)
            {
                await app.QuietAsync();
                await MeasureAsync(seen, $"202 c={connections} b={batch}", accept.Port, connections, batch, span);
                await MeasureAsync(seen, $"app c={connections} b={batch}", app.Port, connections, batch, span);
            }

            await app.QuietAsync();
            await MeasureAsync(seen, "ef c=16 b=1", ef.Port, 16, 1, span);
            Add(seen, "raw b=512", await RawInserts.RunAsync(Path.Combine(folder, $"raw-{round}"), span));
            var open = await new LoadClient(app.Port, Servers.Key, 1).RunAsync(64, span, perSecond: 2000);
            Add(seen, "app open 2000/s p99 ms", open.P99);
            Add(seen, "202 open 2000/s p99 ms", (await new LoadClient(accept.Port, Servers.Key, 1).RunAsync(64, span, perSecond: 2000)).P99);
            Add(seen, "disk fsync p99 ms", DiskSync.P99(Path.Combine(folder, "sync.bin"), span));
        }

        Print(seen);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    /// <summary>One cell beside its ceiling, for work on the write path.</summary>
    public static async Task<int> RunCellAsync(int connections, int rounds, double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        using var app = await Servers.AppAsync(Path.Combine(folder, "app"));
        using var accept = await Servers.AcceptAsync();
        await WarmAsync(app.Port, accept.Port);
        var seen = new Dictionary<string, List<double>>();
        for (var round = 0; round < rounds; round++)
        {
            await app.QuietAsync();
            await MeasureAsync(seen, "202", accept.Port, connections, 1, TimeSpan.FromSeconds(seconds));
            var before = app.ProcessorTime;
            await MeasureAsync(seen, "app", app.Port, connections, 1, TimeSpan.FromSeconds(seconds));
            Add(seen, "app, processor microseconds an event", (app.ProcessorTime - before).TotalMicroseconds / (seen["app"][^1] * (seconds + 0.5)));
            var open = await new LoadClient(app.Port, Servers.Key, 1).RunAsync(64, TimeSpan.FromSeconds(seconds), perSecond: 2000);
            var bare = await new LoadClient(accept.Port, Servers.Key, 1).RunAsync(64, TimeSpan.FromSeconds(seconds), perSecond: 2000);
            Add(seen, "202 open 2000/s p50 ms", bare.P50);
            Add(seen, "202 open 2000/s p99 ms", bare.P99);
            Add(seen, "app open 2000/s p50 ms", open.P50);
            Add(seen, "app open 2000/s p99 ms", open.P99);
        }

        Ratio(seen, $"durable / 202, c={connections}", "app", "202");
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task WarmAsync(params int[] ports)
    {
        foreach (var port in ports)
        {
            await new LoadClient(port, Servers.Key, 1).RunAsync(64, TimeSpan.FromSeconds(4));
        }

        await new LoadClient(ports[0], Servers.Key, 100).RunAsync(4, TimeSpan.FromSeconds(2));
    }

    private static async Task MeasureAsync(Dictionary<string, List<double>> seen, string cell, int port, int connections, int batch, TimeSpan span)
    {
        var result = await new LoadClient(port, Servers.Key, batch).RunAsync(connections, span);
        Add(seen, cell, result.RequestsPerSecond * batch);
        Add(seen, $"{cell} p99 ms", result.P99);
        if (result.Errors > 0)
        {
            Console.WriteLine($"{cell}: {result.Errors} answers were not 2xx");
        }
    }

    private static void Add(Dictionary<string, List<double>> seen, string cell, double value)
    {
        (seen.TryGetValue(cell, out var list) ? list : seen[cell] = []).Add(value);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cell,-28} {value,12:0.0}"));
    }

    private static void Print(Dictionary<string, List<double>> seen)
    {
        Console.WriteLine("\nMedians (events/s or ms) [min..max]");
        foreach (var (cell, values) in seen)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cell,-28} {Median(values),12:0.0} [{values.Min():0.0}..{values.Max():0.0}]"));
        }

        Console.WriteLine("\nRatios (median of paired rounds)");
        foreach (var (connections, batch) in Cells)
        {
            Ratio(seen, $"durable / 202, c={connections} b={batch}", $"app c={connections} b={batch}", $"202 c={connections} b={batch}");
        }

        Ratio(seen, "100-event requests / raw inserts", "app c=4 b=100", "raw b=512");
        Ratio(seen, "durable / EF per request, c=16", "app c=16 b=1", "ef c=16 b=1");
        Ratio(seen, "p99 at 2000/s / fsync p99", "app open 2000/s p99 ms", "disk fsync p99 ms");
        Ratio(seen, "p99 at 2000/s / 202's own", "app open 2000/s p99 ms", "202 open 2000/s p99 ms");
    }

    private static void Ratio(Dictionary<string, List<double>> seen, string title, string over, string under)
    {
        var ratios = seen[over].Zip(seen[under], (above, below) => above / below).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title,-36} {Median(ratios),8:0.000} [{ratios.Min():0.000}..{ratios.Max():0.000}]"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
