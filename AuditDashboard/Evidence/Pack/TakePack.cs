using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence.Pack;

/// <summary>Hands a dialog out as evidence. The access journal and the log know of it before anybody has it.</summary>
internal sealed class TakePack(CollectPack collect, PackZip zip, IAccessJournal journal, IEventLog log, IEventReader events, TimeProvider time)
{
    /// <summary>Refusals: <c>not-found</c>, <c>log-broken</c>, and the log's own.</summary>
    /// <param name="by">Id of a person, or <c>key:&lt;id&gt;</c>.</param>
    /// <param name="role">What the pack says of who made it.</param>
    /// <param name="branch">Only dialogs of this branch; null = of any.</param>
    public async Task<Outcome<byte[]>> HandleAsync(SessionId sessionId, string by, string role, string? branch, string? reason, CancellationToken cancel)
    {
        var known = await events.OfSessionAsync(sessionId, cancel);
        if (known.Count == 0 || (branch is not null && known.All(stored => stored.Branch != branch)))
        {
            return new Refusal("not-found");
        }

        await journal.WriteAsync("export.evidence", sessionId.ToString(), reason, cancel);
        var note = OwnEvent.Draft(EventTypes.ExportMade, time, new Dictionary<string, string?> { ["by"] = by, ["what"] = "evidence", ["sessionId"] = sessionId.ToString() });
        if ((await log.AppendAsync([note], cancel)).Refusal is { } refusal)
        {
            return refusal;
        }

        var pack = await collect.RunAsync(sessionId, role, cancel);
        return pack.Succeeded ? zip.Write(pack.Value) : pack.Refusal;
    }
}
