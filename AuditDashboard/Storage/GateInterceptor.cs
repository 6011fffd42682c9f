using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AuditDashboard.Storage;

/// <summary>Every SaveChanges waits at the <see cref="WriteGate"/>, so that nobody has to remember it.</summary>
internal sealed class GateInterceptor(WriteGate gate) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, StrongBox<WriteGate.Pass>> _passes = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        _passes.AddOrUpdate(eventData.Context!, new StrongBox<WriteGate.Pass>(gate.Enter()));
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        _passes.AddOrUpdate(eventData.Context!, new StrongBox<WriteGate.Pass>(await gate.EnterAsync(cancellationToken)));
        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Leave(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Leave(eventData.Context);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return Task.CompletedTask;
    }

    public override void SaveChangesCanceled(DbContextEventData eventData) => Leave(eventData.Context);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData.Context);
        return Task.CompletedTask;
    }

    private void Leave(DbContext? context)
    {
        if (context is not null && _passes.TryGetValue(context, out var pass) && _passes.Remove(context))
        {
            pass.Value.Dispose();
        }
    }
}
