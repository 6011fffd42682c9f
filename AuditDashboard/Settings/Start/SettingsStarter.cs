using AuditDashboard.Settings.Store;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Settings.Start;

/// <summary>After the database is there and before anything listens: settings into memory, then what the configuration asks for on top.</summary>
internal sealed class SettingsStarter(SettingsStore store, SaveSettings save, IOptions<SalonProvisioning> options) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await store.LoadAsync(cancellationToken);
        if (!options.Value.IsEmpty)
        {
            await ProvisionAsync(options.Value.Wanted, cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ProvisionAsync(SalonSettings wanted, CancellationToken cancel)
    {
        var applied = await store.ReadAsync<SalonSettings>(Sections.ProvisionedSalon, cancel);
        if (applied is not null && Same(applied, wanted))
        {
            return;
        }

        var merged = SalonMerge.Merge(store.Salon, applied, wanted);
        var sections = new Dictionary<string, object> { [Sections.Salon] = merged, [Sections.ProvisionedSalon] = wanted };
        if (await save.HandleAsync(sections, by: null, cancel) is { } refusal)
        {
            throw new InvalidOperationException($"The provisioned organization could not be stored: {refusal.Code}");
        }
    }

    private static bool Same(SalonSettings first, SalonSettings second) =>
        first.Name == second.Name && first.TimeZone == second.TimeZone && first.Branches.SequenceEqual(second.Branches);
}
