using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;

namespace AuditDashboard.Retention.Rules;

/// <summary>An owner decides how long content is kept.</summary>
internal sealed class ChangeRetention(RetentionRules rules, ISettingSections sections, ICurrentViewer viewers, IAccessJournal journal)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>retention.days</c>, those of the log. No change makes no event.</summary>
    public async Task<Refusal?> HandleAsync(RetentionDays wanted, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (!viewer.IsOwner || !wanted.IsSound)
        {
            return viewer.IsOwner ? new Refusal("retention.days", RetentionDays.Fewest, RetentionDays.Most) : new Refusal("forbidden");
        }

        if (wanted == await rules.CurrentAsync(cancel))
        {
            return null;
        }

        if (await sections.SaveAsync(RetentionRules.Name, wanted, viewer.UserId, cancel) is { } failed)
        {
            return failed;
        }

        await rules.ApplyAsync(cancel);
        await journal.WriteAsync("settings.changed", RetentionRules.Name, null, cancel);
        return null;
    }
}
