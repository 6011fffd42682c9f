using AuditDashboard.Storage;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuditDashboard.Tests.Retention;

/// <summary>Dies at a chosen transaction, before or after its commit, and writes nothing any more from then on, as a process does that is no longer there.</summary>
internal sealed class Death
{
    private int _left = int.MaxValue;
    private bool _afterCommit;
    private volatile bool _isDead;

    public bool IsDead => _isDead;

    public void Arm(int transactions, bool afterCommit) => (_left, _afterCommit) = (transactions, afterCommit);

    /// <summary>The application of the test, with its transactions mortal.</summary>
    public WebApplicationFactory<Program> In(WebApplicationFactory<Program> app) => app.WithWebHostBuilder(builder => builder.ConfigureServices(services =>
        services.Replace(ServiceDescriptor.Singleton<ITransactions>(provider =>
            new Mortal(new Transactions(provider.GetRequiredService<WriteGate>(), provider.GetRequiredService<WriteConnection>()), this)))));

    private async Task RunAsync(ITransactions inner, Action<WriteConnection> work, CancellationToken cancel)
    {
        var dies = _isDead || Interlocked.Decrement(ref _left) == 0;
        if (dies && (_isDead || !_afterCommit))
        {
            Die();
        }

        await inner.RunAsync(work, cancel);
        if (dies)
        {
            Die();
        }
    }

    private void Die()
    {
        _isDead = true;
        throw new InvalidOperationException("The process is gone.");
    }

    private sealed class Mortal(ITransactions inner, Death death) : ITransactions
    {
        public Task RunAsync(Action<WriteConnection> work, CancellationToken cancel) => death.RunAsync(inner, work, cancel);
    }
}
