using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace AuditDashboard.Benchmarks;

/// <summary>A server in a process of its own.</summary>
internal sealed class Servers : IDisposable
{
    public const string Key = "bench_key_0000000000000000000000000000";
    private readonly Process _process;

    private Servers(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    /// <summary>What the server has used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            // A Process that two threads refresh at once takes itself for dead.
            lock (_process)
            {
                _process.Refresh();
                return _process.TotalProcessorTime;
            }
        }
    }

    /// <summary>What the server holds of the machine's memory, bytes.</summary>
    public long Memory
    {
        get
        {
            lock (_process)
            {
                _process.Refresh();
                return _process.WorkingSet64;
            }
        }
    }

    public static Task<Servers> AcceptAsync() => StartAsync(typeof(Servers).Assembly.Location, port => ["serve-accept", $"{port}"], []);

    public static Task<Servers> EfAsync(string folder) => StartAsync(typeof(Servers).Assembly.Location, port => ["serve-ef", $"{port}", Path.Combine(folder, "ef.db")], []);

    public static Task<Servers> BotAsync() => StartAsync(typeof(Servers).Assembly.Location, port => ["serve-bot", $"{port}"], []);

    /// <param name="more">Further settings, as environment variables.</param>
    public static Task<Servers> AppAsync(string folder, params (string Name, string Value)[] more)
    {
        var environment = Configuration(folder);
        foreach (var (name, value) in more)
        {
            environment[name] = value;
        }

        return StartAsync(typeof(AuditDashboard.Events.IEventLog).Assembly.Location, port => ["--urls", $"http://127.0.0.1:{port}"], environment);
    }

    private static Dictionary<string, string> Configuration(string folder) => new()
    {
        ["Storage__DataFolder"] = folder, ["Provisioning__ApiKeys__0__Name"] = "bench", ["Provisioning__ApiKeys__0__Key"] = Key,
        ["Provisioning__ApiKeys__0__Bot"] = "bench", ["Provisioning__ApiKeys__0__Scopes__0"] = "ingest", ["Logging__LogLevel__Default"] = "Warning",
        ["Provisioning__Users__0__Email"] = "bench@example.invalid", ["Provisioning__Users__0__Password"] = "bench-password-1", ["Provisioning__Users__0__Role"] = "owner",
    };

    /// <summary>Waits until the server has worked off what the last cell left behind, at most a minute: its rest must not slow its neighbour's cell.</summary>
    public async Task QuietAsync()
    {
        for (var tries = 0; tries < 120; tries++)
        {
            var before = ProcessorTime;
            await Task.Delay(500);
            if (ProcessorTime - before < TimeSpan.FromMilliseconds(50))
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<Servers> StartAsync(string assembly, Func<int, string[]> arguments, Dictionary<string, string> environment)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments(port)]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        for (var tries = 0; tries < 6000 && !process.HasExited; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, port);
                return new Servers(process, port);
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new TimeoutException($"{assembly} did not listen within ten minutes.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
