using System.Globalization;

namespace AuditDashboard.Tests.Support;

/// <summary>How often the tests that end the real process with SIGKILL do so: a few times in every run, more when <c>KILLS</c> says so.</summary>
internal static class KillCount
{
    public static int Wanted { get; } = int.TryParse(Environment.GetEnvironmentVariable("KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted > 0 ? wanted : 6;
}
