using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Conversations.Consents;

/// <summary>An owner or a manager writes down what a client said elsewhere: on paper, at the desk, on the phone. The event is the write.</summary>
internal sealed class ChangeConsent(IEventLog log, ISessions sessions, ICurrentViewer viewers, IAccessJournal journal, Pulse<SessionsChanged> changed, TimeProvider time)
{
    private const int LongestReason = 300;

    /// <summary>Refusals: <c>forbidden</c> (an auditor; a manager without a dialog of theirs with the client), <c>consent.reason</c>, <c>busy</c>, <c>storage</c>.</summary>
    /// <param name="purpose">One of <see cref="ConsentPurposes.ByHand"/>.</param>
    /// <param name="reason">How the client said it.</param>
    public async Task<Refusal?> HandleAsync(ClientId client, string purpose, bool isGrant, string reason, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (viewer.Role == "auditor" || !ConsentPurposes.ByHand.Contains(purpose) || !await MaySeeAsync(viewer, client, cancel))
        {
            return new Refusal("forbidden");
        }

        if (reason.Trim() is not { Length: > 2 and <= LongestReason } given)
        {
            return new Refusal("consent.reason", LongestReason);
        }

        var type = isGrant ? EventTypes.ConsentGranted : EventTypes.ConsentRevoked;
        var answer = await log.AppendAsync([OwnEvent.Draft(type, time, new Dictionary<string, string?>
        {
            ["client"] = client.ToString(), ["purpose"] = purpose, ["by"] = viewer.UserId, ["reason"] = given,
        })], cancel);
        if (!answer.Succeeded)
        {
            return answer.Refusal;
        }

        await journal.WriteAsync(type, client.ToString(), purpose, cancel);
        changed.Send(new SessionsChanged([]));
        return null;
    }

    private async Task<bool> MaySeeAsync(Viewer viewer, ClientId client, CancellationToken cancel) =>
        viewer.Branches is null || (await sessions.OfClientAsync(client, cancel)).Any(session => viewer.MaySee(session.Branch));
}
