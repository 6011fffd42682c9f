using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Hosting.Server;

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
            await Console.Out.WriteLineAsync($"{ServerAddress.Of(server)}/setup?code={codes.Make()}");
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
