using AuditDashboard.Access.ApiKeys;
using AuditDashboard.Access.SecondFactor;

namespace AuditDashboard.Access.Provisioning;

/// <summary>After the database is there and before anything listens: provisioned people and keys, then all keys into memory, then what the operator wants forgotten.</summary>
internal sealed class AccessStarter(ProvisionAccess provision, ApiKeyCache keys, ForgetAtStart forget) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await provision.HandleAsync(cancellationToken);
        await keys.LoadAsync(cancellationToken);
        await forget.HandleAsync(cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
