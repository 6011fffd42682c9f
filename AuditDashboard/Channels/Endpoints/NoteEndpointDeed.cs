using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>Lets only an owner change endpoints, and notes the change in the log and the access journal before it is made.</summary>
internal sealed class NoteEndpointDeed(IEventLog log, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>busy</c>, <c>storage</c>.</summary>
    /// <param name="deed">connected | paused | resumed | rotated | entered | unforwarded | unnoticed | revoked</param>
    public async Task<Refusal?> HandleAsync(string deed, string endpointId, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (!viewer.IsOwner)
        {
            return new Refusal("forbidden");
        }

        var action = $"endpoint.{deed}";
        var noted = await log.AppendAsync(
            [OwnEvent.Draft(EventTypes.SettingsChanged, time, new Dictionary<string, string?> { ["action"] = action, ["endpoint"] = endpointId, ["by"] = viewer.UserId })],
            cancel);
        if (!noted.Succeeded)
        {
            return noted.Refusal;
        }

        await journal.WriteAsync(action, endpointId, null, cancel);
        return null;
    }
}
