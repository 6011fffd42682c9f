using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Bitrix24.Connect;

/// <summary>Lets through who may, and notes the deed in the log and the access journal before it is done.</summary>
internal sealed class NoteBitrixDeed(IEventLog log, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>busy</c>, <c>storage</c>.</summary>
    /// <param name="deed">connected | disconnected | mapped | tested | retried | skipped | fixed</param>
    /// <param name="managerToo">Not only an owner.</param>
    public async Task<Refusal?> HandleAsync(string deed, CancellationToken cancel, string? subject = null, string? reason = null, bool managerToo = false)
    {
        var viewer = await viewers.GetAsync();
        if (!viewer.IsOwner && !(managerToo && viewer.Role == "manager"))
        {
            return new Refusal("forbidden");
        }

        var noted = await log.AppendAsync(
            [OwnEvent.Draft(EventTypes.SettingsChanged, time, new Dictionary<string, string?> { ["action"] = $"bitrix24.{deed}", ["by"] = viewer.UserId, ["subject"] = subject })], cancel);
        if (!noted.Succeeded)
        {
            return noted.Refusal;
        }

        await journal.WriteAsync($"bitrix24.{deed}", subject, reason, cancel);
        return null;
    }
}
