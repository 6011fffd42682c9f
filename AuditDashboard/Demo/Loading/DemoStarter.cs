using AuditDashboard.Demo.Marking;
using AuditDashboard.Demo.Removal;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Hosting.Server;

namespace AuditDashboard.Demo.Loading;

/// <summary>
/// Before anything listens: loads what the configuration asks for, ends a removal that was cut short. Once the server listens: where it is and
/// who may sign in, to standard output and not to the log, as with the set-up link.
/// </summary>
internal sealed class DemoStarter(LoadDemo load, DemoRemoval removal, DemoMarks marks, DemoPeople people, IServer server, DemoStart start) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if ((await marks.ReadAsync(cancellationToken)).State == DemoState.Dismissed)
        {
            await removal.FinishAsync(cancellationToken);
        }

        if (start.Preset is { } preset)
        {
            await load.HandleAsync(preset, start.Today, cancellationToken);
        }
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (start.Preset is null || !marks.IsHere)
        {
            return;
        }

        await Console.Out.WriteLineAsync($"Demo: {ServerAddress.Of(server)}");
        foreach (var person in people.Made)
        {
            await Console.Out.WriteLineAsync($"  {person.Role,-8} {person.Email,-22} {person.Password}");
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
