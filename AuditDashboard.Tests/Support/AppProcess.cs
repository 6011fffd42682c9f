using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace AuditDashboard.Tests.Support;

/// <summary>The application as an operator runs it: a process of its own on a loopback port, configured by environment.</summary>
internal sealed class AppProcess : IDisposable
{
    public const string Key = "test_key_00000000000000000000000000000001";
    public const string Owner = "owner@example.invalid";
    public const string Password = "correct-horse-battery";

    private readonly Process _process;

    private AppProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Bot = new HttpClient { BaseAddress = address };
        Bot.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    public Uri Address { get; }

    /// <summary>A client that sends the key with every request.</summary>
    public HttpClient Bot { get; }

    public static async Task<AppProcess> StartAsync(string folder, CancellationToken cancel, params string[] arguments)
    {
        var app = Launch(folder, arguments);
        await app.ReadyAsync(cancel);
        return app;
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public static AppProcess Launch(string folder, params string[] arguments)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        return new AppProcess(Begin(folder, ["--urls", address.ToString(), .. arguments]), address);
    }

    /// <summary>Runs it to its end, as a command.</summary>
    public static async Task<(int ExitCode, string Said, string Complained)> RunAsync(string folder, CancellationToken cancel, params string[] arguments)
    {
        using var process = Begin(folder, arguments);
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await said, await complained);
    }

    private static Process Begin(string folder, string[] arguments)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "AuditDashboard.dll");
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Configuration(folder))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Posts one event as a bot does.</summary>
    public async Task<HttpResponseMessage> PostAsync(object body, CancellationToken cancel) => await Bot.PostAsJsonAsync("/api/v1/events", body, cancel);

    public void Dispose()
    {
        Bot.Dispose();
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static Dictionary<string, string> Configuration(string folder) => new()
    {
        ["Storage__DataFolder"] = folder,
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Logging__LogLevel__Default"] = "Warning",
        ["Provisioning__Organization__Name"] = "Студия",
        ["Provisioning__Branches__0__Code"] = "center",
        ["Provisioning__Branches__0__Name"] = "Центр",
        ["Provisioning__ApiKeys__0__Name"] = "test",
        ["Provisioning__ApiKeys__0__Key"] = Key,
        ["Provisioning__ApiKeys__0__Bot"] = "salon-bot",
        ["Provisioning__ApiKeys__0__Scopes__0"] = "ingest",
        ["Provisioning__ApiKeys__0__Scopes__1"] = "read",
        ["Provisioning__ApiKeys__0__Scopes__2"] = "admin",
        ["Provisioning__Users__0__Email"] = Owner,
        ["Provisioning__Users__0__Password"] = Password,
        ["Provisioning__Users__0__Role"] = "owner",
        ["Provisioning__Users__0__Name"] = "Владелец",
    };

    private async Task ReadyAsync(CancellationToken cancel)
    {
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        var faults = new List<string?>();
        _process.ErrorDataReceived += (_, line) => faults.Add(line.Data);
        _process.BeginErrorReadLine();
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                using var answer = await Bot.GetAsync("/health/ready", cancel);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                Assert.False(_process.HasExited, $"The application stopped at its start: {string.Join('\n', faults)}");
            }

            await Task.Delay(50, cancel);
        }

        throw new TimeoutException("The application was not ready within 30 s.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
