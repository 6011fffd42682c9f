using AuditDashboard.Access;
using AuditDashboard.Demo.Marking;
using AuditDashboard.Foundation;

namespace AuditDashboard.Demo.Removal;

/// <summary>An owner has seen enough of the made-up salon.</summary>
internal sealed class RemoveDemo(DemoRemoval removal, DemoMarks marks, ICurrentViewer viewers, IAccessJournal journal)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>busy</c>, <c>storage</c>. Nothing happens where there is no demo.</summary>
    public async Task<Refusal?> HandleAsync(CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner)
        {
            return new Refusal("forbidden");
        }

        if (!marks.IsHere)
        {
            return null;
        }

        if (await removal.RunAsync(cancel) is { } refusal)
        {
            return refusal;
        }

        await journal.WriteAsync("demo.removed", null, null, cancel);
        return null;
    }
}
