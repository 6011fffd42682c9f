using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Retention.Holds;

/// <summary>An owner keeps a client or dialog from retention while a complaint or dispute goes on, and lets it go again. Both are events with a reason.</summary>
internal sealed class ChangeHolds(HoldBook holds, IEventLog log, ICurrentViewer viewers, IAccessJournal journal, Pulse<RetentionChanged> changed, TimeProvider time)
{
    public const int ShortestReason = 5;

    /// <summary>Refusals: <c>forbidden</c>, <c>hold.reason</c>, those of the log.</summary>
    /// <param name="kind">client | dialog</param>
    public async Task<Refusal?> PlaceAsync(string kind, Guid subject, string reason, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (!viewer.IsOwner || reason.Trim().Length < ShortestReason)
        {
            return new Refusal(viewer.IsOwner ? "hold.reason" : "forbidden");
        }

        var now = time.GetUtcNow();
        var row = new HoldRow
        {
            Id = Guid.CreateVersion7(now), Kind = kind, Subject = subject, Reason = reason.Trim(), By = viewer.UserId, ByName = viewer.Name, PlacedAt = now,
        };
        return await WriteAsync(row, "hold.placed", cancel);
    }

    /// <summary>Refusals: <c>forbidden</c>, those of the log.</summary>
    public async Task<Refusal?> LiftAsync(Guid id, CancellationToken cancel)
    {
        if (!(await viewers.GetAsync()).IsOwner)
        {
            return new Refusal("forbidden");
        }

        if (await holds.FindAsync(id, cancel) is not { LiftedAt: null } row)
        {
            return null;
        }

        row.LiftedAt = time.GetUtcNow();
        return await WriteAsync(row, "hold.lifted", cancel);
    }

    /// <summary>The hold first: what it protects must not go while the log is being written.</summary>
    private async Task<Refusal?> WriteAsync(HoldRow row, string type, CancellationToken cancel)
    {
        await holds.WriteAsync(row, cancel);
        var viewer = await viewers.GetAsync();
        var told = await log.AppendAsync(
            [OwnEvent.Draft(type, time, new Dictionary<string, string?> { ["hold"] = row.Id.ToString(), ["kind"] = row.Kind, ["subject"] = row.Subject.ToString(), ["by"] = viewer.UserId })], cancel);
        await journal.WriteAsync(type, row.Subject.ToString(), row.Reason, cancel);
        changed.Send(new RetentionChanged());
        return told.Refusal;
    }
}
