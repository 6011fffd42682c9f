using AuditDashboard.Settings.Store;

namespace AuditDashboard.Settings.Start;

/// <summary>Stores an organization only where there is none.</summary>
internal sealed class FirstSalon(SettingsStore store, SaveSettings save) : IFirstSalon
{
    public async Task<bool> OfferAsync(SalonSettings salon, CancellationToken cancel) =>
        store.Salon is { Name: "", Branches.Count: 0 }
        && await save.HandleAsync(new Dictionary<string, object> { [Sections.Salon] = salon }, by: null, cancel) is null;
}
