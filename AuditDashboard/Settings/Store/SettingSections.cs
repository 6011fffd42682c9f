using AuditDashboard.Foundation;

namespace AuditDashboard.Settings.Store;

internal sealed class SettingSections(SettingsStore store, SaveSettings save) : ISettingSections
{
    public Task<TSection?> ReadAsync<TSection>(string section, CancellationToken cancel)
        where TSection : class => store.ReadAsync<TSection>(section, cancel);

    public Task<Refusal?> SaveAsync(string section, object value, string? by, CancellationToken cancel) =>
        save.HandleAsync(new Dictionary<string, object> { [section] = value }, by, cancel);
}
