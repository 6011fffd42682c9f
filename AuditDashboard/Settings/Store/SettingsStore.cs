using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Settings.Store;

/// <summary>The settings in memory. Before the first load (and with nothing set) the salon has no name, no branches, and Moscow's time.</summary>
internal sealed class SettingsStore(IDbContextFactory<AuditDbContext> databases) : ISettings, IBranchList
{
    public const string DefaultTimeZone = "Europe/Moscow";
    private static readonly SalonSettings Nothing = new("", DefaultTimeZone, []);
    private volatile SalonSettings _salon = Nothing;

    public SalonSettings Salon => _salon;

    public IReadOnlyList<(string Code, string Name)> All => [.. _salon.Branches.Select(branch => (branch.Code, branch.Name))];

    public async Task LoadAsync(CancellationToken cancel) => _salon = await ReadAsync<SalonSettings>(Sections.Salon, cancel) ?? Nothing;

    public async Task<TSection?> ReadAsync<TSection>(string section, CancellationToken cancel)
        where TSection : class
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var json = await db.Set<SettingRow>().Where(row => row.Section == section).Select(row => row.Json).SingleOrDefaultAsync(cancel);
        return json is null ? null : JsonSerializer.Deserialize<TSection>(json, JsonSerializerOptions.Web);
    }
}
