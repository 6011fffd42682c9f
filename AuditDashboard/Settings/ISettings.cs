namespace AuditDashboard.Settings;

/// <summary>The salon as its owner set it up. A changed zone takes effect at the next start.</summary>
/// <param name="TimeZone">IANA id.</param>
public sealed record SalonSettings(string Name, string TimeZone, IReadOnlyList<SalonSettings.Branch> Branches)
{
    /// <param name="TimeZone">IANA id; null = the organization's.</param>
    public sealed record Branch(string Code, string Name, string? TimeZone);

    public string NameOf(string? branch) => Branches.FirstOrDefault(b => b.Code == branch)?.Name ?? branch ?? "";
}

/// <summary>Reads settings from memory.</summary>
public interface ISettings
{
    SalonSettings Salon { get; }

    GoalSettings Goals => GoalSettings.Usual;

    HoursSettings Hours => HoursSettings.Default;

    PriceSettings Prices => PriceSettings.None;

    DigestSettings Digest => DigestSettings.Usual;

    FollowUpSettings FollowUps => FollowUpSettings.Off;
}
