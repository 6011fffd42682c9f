using AuditDashboard.Access.ApiKeys;

namespace AuditDashboard.Access.Provisioning;

/// <summary>After the database is there and before anything listens: provisioned people and keys, then all keys into memory.</summary>
internal sealed class AccessStarter(ProvisionAccess provision, ApiKeyCache keys) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await provision.HandleAsync(cancellationToken);
        await keys.LoadAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
