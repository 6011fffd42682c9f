using AuditDashboard.Access;
using AuditDashboard.Conversations.Append;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Clients;

/// <summary>A person says that two clients are one, or that they are not. The event is the write; both can be taken back.</summary>
internal sealed class MergeClients(
    IEventLog log, KnownMerges merges, ISessions sessions, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    /// <summary>
    /// Joins <paramref name="from"/> to <paramref name="into"/>. Refusals: <c>forbidden</c> (an auditor; a manager without a dialog of theirs
    /// with both), <c>same.client</c>, <c>busy</c>, <c>storage</c>.
    /// </summary>
    public async Task<Outcome<bool>> HandleAsync(ClientId from, ClientId into, CancellationToken cancel)
    {
        return await merges.RootsAsync(from, into, cancel) is var (one, other) && one != other
            ? await AppendAsync(ClientMerger.Merged, one, other, [one], cancel)
            : new Refusal("same.client");
    }

    /// <summary>
    /// Takes back the latest merge of <paramref name="from"/> into <paramref name="into"/>. Refusals: <c>not.merged</c>, and as above.
    /// </summary>
    public async Task<Outcome<bool>> UndoAsync(ClientId from, ClientId into, CancellationToken cancel) =>
        await merges.StandsAsync(from, into, cancel) ? await AppendAsync(ClientMerger.Unmerged, from, into, [from, into], cancel) : new Refusal("not.merged");

    private async Task<Outcome<bool>> AppendAsync(string action, ClientId from, ClientId into, IReadOnlyList<ClientId> touched, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (viewer.Role == "auditor" || !await MaySeeAsync(viewer, from, cancel) || !await MaySeeAsync(viewer, into, cancel))
        {
            return new Refusal("forbidden");
        }

        var drafts = touched.Select(client => OwnEvent.Draft(EventTypes.ClientChanged, time, new Dictionary<string, string?>
        {
            ["action"] = action, ["from"] = from.ToString(), ["into"] = into.ToString(), ["client"] = client.ToString(), ["by"] = viewer.UserId,
        })).ToList();
        var answer = await log.AppendAsync(drafts, cancel);
        if (!answer.Succeeded)
        {
            return answer.Refusal;
        }

        await journal.WriteAsync($"client.{action}", from.ToString(), null, cancel);
        return true;
    }

    private async Task<bool> MaySeeAsync(Viewer viewer, ClientId client, CancellationToken cancel) =>
        viewer.Branches is null || (await sessions.OfClientAsync(client, cancel)).Any(session => viewer.MaySee(session.Branch));
}
