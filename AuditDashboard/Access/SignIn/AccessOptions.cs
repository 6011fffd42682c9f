namespace AuditDashboard.Access.SignIn;

/// <summary>What the operator decides about signing in.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>Every visitor comes by https (TLS here or in a proxy in front): cookies are bound to it.</summary>
    public bool HttpsOnly { get; set; }
}
