using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Settings.Store;

namespace AuditDashboard.Settings.Editing;

/// <summary>An owner's change of one section of the settings.</summary>
internal sealed class ChangeSection(SaveSettings save, ICurrentViewer viewers, IAccessJournal journal)
{
    /// <summary>Refusals: <c>forbidden</c> and those of the log. No change makes no event.</summary>
    public async Task<Refusal?> HandleAsync<T>(string section, T current, T wanted, CancellationToken cancel)
        where T : class
    {
        var viewer = await viewers.GetAsync();
        if (!viewer.IsOwner)
        {
            return new Refusal("forbidden");
        }

        if (JsonSerializer.Serialize(current) == JsonSerializer.Serialize(wanted))
        {
            return null;
        }

        if (await save.HandleAsync(new Dictionary<string, object> { [section] = wanted }, viewer.UserId, cancel) is { } failed)
        {
            return failed;
        }

        await journal.WriteAsync("settings.changed", section, null, cancel);
        return null;
    }
}
