namespace AuditDashboard.Settings.Salon;

/// <summary>A branch while it is edited.</summary>
internal sealed class BranchDraft
{
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>Empty = the organization's.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Events carry its code already, so the code stays.</summary>
    public bool IsKnown { get; init; }

    public static BranchDraft Of(SalonSettings.Branch branch) =>
        new() { Code = branch.Code, Name = branch.Name, TimeZone = branch.TimeZone ?? "", IsKnown = true };

    public SalonSettings.Branch ToBranch() => new(Code.Trim(), Name.Trim(), TimeZone.Length == 0 ? null : TimeZone);
}
