using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AuditDashboard.Access.FirstStart;

/// <summary>
/// With no owner yet, prints the one-time link when the server listens. To standard output and not to the log: whoever sees the console of
/// the process may own it, whoever collects its logs may not.
/// </summary>
internal sealed class PrintSetUpLink(SetUpCode codes, IPeople people, IServer server) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!await people.HasOwnerAsync(cancellationToken))
        {
            await Console.Out.WriteLineAsync($"{Address()}/setup?code={codes.Make()}");
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Address()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault() ?? "http://localhost:5080";
        foreach (var any in new[] { "//+", "//*", "//[::]", "//0.0.0.0" })
        {
            address = address.Replace(any, "//localhost", StringComparison.Ordinal);
        }

        return address.TrimEnd('/');
    }
}
