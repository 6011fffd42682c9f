using AuditDashboard.Events;
using AuditDashboard.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

// Wrong on purpose: each of these must be refused by a rule, or shows what the rule lets pass.
namespace AuditDashboard.Tests.Architecture.Examples.Wrong;

internal sealed class KeepsContext(AuditDbContext context)
{
    public AuditDbContext Context { get; } = context;
}

internal sealed class ContextPart : ComponentBase
{
    [Inject] private AuditDbContext Context { get; set; } = default!;

    public override string ToString() => Context.ToString()!;
}

internal sealed class AsksFactory(IDbContextFactory<AuditDbContext> databases)
{
    public AuditDbContext Open() => databases.CreateDbContext();
}

internal interface ICaller
{
    void Call();
}

internal sealed class Caller(HttpClient client) : ICaller
{
    public void Call() => client.CancelPendingRequests();
}

internal sealed class CallingStep(Lazy<ICaller> caller) : IAppendStep
{
    public int Order => 1;

    public void Apply(AppendBatch batch) => caller.Value.Call();

    public void Forget()
    {
    }
}

internal sealed class QuietStep(TimeProvider time) : IAppendStep
{
    public int Order => time.GetUtcNow().Year;

    public void Apply(AppendBatch batch)
    {
    }

    public void Forget()
    {
    }
}
