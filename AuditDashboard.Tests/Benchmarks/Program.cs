using System.Globalization;
using AuditDashboard.Benchmarks;

// Figures are ratios of things measured side by side in one run; absolute numbers belong to the machine.
return args switch
{
    ["serve-accept", var port] => await AcceptServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture)),
    ["serve-ef", var port, var file] => await EfServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), file),
    [] => await IngestBenchmark.RunAsync(rounds: 5, seconds: 3),
    [var rounds, var seconds] => await IngestBenchmark.RunAsync(int.Parse(rounds, CultureInfo.InvariantCulture), double.Parse(seconds, CultureInfo.InvariantCulture)),
    _ => IngestBenchmark.Usage(),
};
