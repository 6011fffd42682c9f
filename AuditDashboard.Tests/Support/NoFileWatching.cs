using System.Runtime.CompilerServices;

namespace AuditDashboard.Tests.Support;

/// <summary>
/// Dozens of hosts in one process would each watch their settings files, and a Linux user has 128 watchers in all. No test changes a
/// settings file under a running host.
/// </summary>
internal static class NoFileWatching
{
    [ModuleInitializer]
    internal static void Begin() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
