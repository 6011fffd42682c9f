namespace AuditDashboard.Settings.Store;

/// <summary>Names of sections.</summary>
internal static class Sections
{
    public const string Salon = "salon";
    public const string Goals = "goals";
    public const string Hours = "hours";
    public const string Prices = "prices";
    public const string Digest = "digest";
    public const string FollowUps = "followups";

    /// <summary>What the configuration asked for last: tells a person's change from the operator's.</summary>
    public const string ProvisionedSalon = "salon.provisioned";
}
