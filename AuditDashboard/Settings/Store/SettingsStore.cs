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
    private volatile GoalSettings _goals = GoalSettings.Usual;
    private volatile HoursSettings _hours = HoursSettings.Default;
    private volatile PriceSettings _prices = PriceSettings.None;
    private volatile DigestSettings _digest = DigestSettings.Usual;
    private volatile FollowUpSettings _followUps = FollowUpSettings.Off;

    public SalonSettings Salon => _salon;

    public GoalSettings Goals => _goals;

    public HoursSettings Hours => _hours;

    public PriceSettings Prices => _prices;

    public DigestSettings Digest => _digest;

    public FollowUpSettings FollowUps => _followUps;

    public IReadOnlyList<(string Code, string Name)> All => [.. _salon.Branches.Select(branch => (branch.Code, branch.Name))];

    public async Task LoadAsync(CancellationToken cancel)
    {
        _salon = await ReadAsync<SalonSettings>(Sections.Salon, cancel) ?? Nothing;
        _goals = await ReadAsync<GoalSettings>(Sections.Goals, cancel) ?? GoalSettings.Usual;
        _hours = await ReadAsync<HoursSettings>(Sections.Hours, cancel) ?? HoursSettings.Default;
        _prices = await ReadAsync<PriceSettings>(Sections.Prices, cancel) ?? PriceSettings.None;
        _digest = await ReadAsync<DigestSettings>(Sections.Digest, cancel) ?? DigestSettings.Usual;
        _followUps = await ReadAsync<FollowUpSettings>(Sections.FollowUps, cancel) ?? FollowUpSettings.Off;
    }

    /// <summary>When a section changed last and by whom (a person's id; null = configuration); null where it never was.</summary>
    public async Task<(DateTimeOffset At, string? By)?> ChangedAsync(string section, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Set<SettingRow>().AsNoTracking().SingleOrDefaultAsync(row => row.Section == section, cancel) is { } row ? (row.ChangedAt, row.ChangedBy) : null;
    }

    public async Task<T?> ReadAsync<T>(string section, CancellationToken cancel)
        where T : class
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var json = await db.Set<SettingRow>().Where(row => row.Section == section).Select(row => row.Json).SingleOrDefaultAsync(cancel);
        return json is null ? null : JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web);
    }
}
