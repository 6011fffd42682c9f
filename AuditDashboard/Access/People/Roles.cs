namespace AuditDashboard.Access.People;

/// <summary>The three roles, as they stand in the database, in claims and in <c>Provisioning:Users</c>.</summary>
internal static class Roles
{
    public const string Owner = "owner";

    /// <summary>Sees and acts on the branches named for them.</summary>
    public const string Manager = "manager";

    /// <summary>Reads everything, with personal data masked.</summary>
    public const string Auditor = "auditor";

    public static readonly IReadOnlyList<string> All = [Owner, Manager, Auditor];
}
