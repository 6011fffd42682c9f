namespace AuditDashboard.Access.ApiKeys;

/// <summary>What a key may be for (http-api.md section 1).</summary>
internal static class KeyScopes
{
    public const string Ingest = "ingest";
    public const string Read = "read";
    public const string Release = "release";
    public const string Evidence = "evidence";
    public const string Admin = "admin";

    public static readonly IReadOnlyList<string> All = [Ingest, Read, Release, Evidence, Admin];
}
