namespace AuditDashboard.Access.SignIn;

/// <summary>What the operator decides about signing in.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Access";

    /// <summary>Every visitor comes by https (TLS here or in a proxy in front): cookies are bound to it.</summary>
    public bool HttpsOnly { get; set; }

    /// <summary>Nobody comes in without a second step: who has none yet sets it up at the next sign-in (http-api.md section 10).</summary>
    public bool RequireMfa { get; set; }

    /// <summary>E-mail of a person whose second step is dropped at the start: the operator's way out for an owner who lost phone and recovery codes.</summary>
    public string? ForgetSecondFactorOf { get; set; }
}
