using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Settings.Store;

namespace AuditDashboard.Settings.Salon;

/// <summary>An owner's change of the organization, its zone or its branches.</summary>
internal sealed class ChangeSalon(SaveSettings save, ISettings settings, ICurrentViewer viewers, IAccessJournal journal)
{
    /// <summary>Refusals: <c>forbidden</c>, those of <see cref="SalonRules.Judge(SalonSettings)"/> and of the log. No change makes no event.</summary>
    public async Task<Refusal?> HandleAsync(SalonSettings wanted, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if ((viewer.IsOwner ? SalonRules.Judge(wanted) : new Refusal("forbidden")) is { } refusal)
        {
            return refusal;
        }

        var current = settings.Salon;
        if (wanted.Name == current.Name && wanted.TimeZone == current.TimeZone && wanted.Branches.SequenceEqual(current.Branches))
        {
            return null;
        }

        if (await save.HandleAsync(new Dictionary<string, object> { [Sections.Salon] = wanted }, viewer.UserId, cancel) is { } failed)
        {
            return failed;
        }

        await journal.WriteAsync("settings.changed", Sections.Salon, null, cancel);
        return null;
    }
}
