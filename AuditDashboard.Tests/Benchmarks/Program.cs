using System.Globalization;
using AuditDashboard.Benchmarks;

// Figures are ratios of things measured side by side in one run; absolute numbers belong to the machine.
return args switch
{
    ["serve-accept", var port] => await AcceptServer.RunAsync(Number(port)),
    ["serve-ef", var port, var file] => await EfServer.RunAsync(Number(port), file),
    ["serve-bot", var port] => await BotServer.RunAsync(Number(port)),
    ["forward", var rounds, var calls] => await ForwardBenchmark.RunAsync(Number(rounds), Number(calls)),
    ["cell", var connections, var rounds, var seconds] => await IngestBenchmark.RunCellAsync(Number(connections), Number(rounds), double.Parse(seconds, CultureInfo.InvariantCulture)),
    ["exports", var events, var rounds] => await ExportBenchmark.RunAsync(Number(events), Number(rounds)),
    ["evidence", var rounds, var seconds] => await EvidenceBenchmark.RunAsync(Number(rounds), double.Parse(seconds, CultureInfo.InvariantCulture)),
    ["channels", var perSecond, var seconds] => await ChannelBenchmark.RunAsync(Number(perSecond), Number(seconds)),
    ["pages", var preset, var times] => await PagesBenchmark.RunAsync(preset, Number(times)),
    ["dashboards", var rounds, var seconds] => await DashboardsBenchmark.RunAsync(Number(rounds), double.Parse(seconds, CultureInfo.InvariantCulture)),
    ["hostile", var passes] => await HostileBenchmark.RunAsync(Number(passes)),
    [] => await IngestBenchmark.RunAsync(rounds: 5, seconds: 3),
    [var rounds, var seconds] => await IngestBenchmark.RunAsync(Number(rounds), double.Parse(seconds, CultureInfo.InvariantCulture)),
    _ => IngestBenchmark.Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
