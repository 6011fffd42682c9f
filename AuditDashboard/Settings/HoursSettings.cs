namespace AuditDashboard.Settings;

/// <summary>When people work; every day the same. Outside it a call for a person waits without blame, and what the assistant wins is the night's.</summary>
/// <param name="Usual">Of the organization, and of branches without hours of their own.</param>
/// <param name="Branches">By branch code.</param>
public sealed record HoursSettings(HoursSettings.Day Usual, IReadOnlyDictionary<string, HoursSettings.Day> Branches)
{
    public static readonly HoursSettings Default = new(new Day(new TimeOnly(10, 0), new TimeOnly(21, 0)), new Dictionary<string, Day>());

    /// <summary>Local times of the branch's zone; <paramref name="Closes"/> is later.</summary>
    public sealed record Day(TimeOnly Opens, TimeOnly Closes);
}
