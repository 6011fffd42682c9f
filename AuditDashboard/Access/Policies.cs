using AuditDashboard.Access.People;
using Microsoft.AspNetCore.Authorization;

namespace AuditDashboard.Access;

/// <summary>What a person may do, named by the action. Without a policy, an endpoint or page is open to everyone signed in, and to nobody else.</summary>
public static class Policies
{
    public const string ManagePeople = nameof(ManagePeople);
    public const string ManageKeys = nameof(ManageKeys);
    public const string ManageSettings = nameof(ManageSettings);
    public const string ManageIntegrations = nameof(ManageIntegrations);
    public const string RevealPhone = nameof(RevealPhone);
    public const string Export = nameof(Export);
    public const string JudgeIntents = nameof(JudgeIntents);
    public const string RollBack = nameof(RollBack);
    public const string Erase = nameof(Erase);

    /// <summary>The whole journal; one's own entries are open to everyone.</summary>
    public const string ReadWholeJournal = nameof(ReadWholeJournal);

    private static readonly string[] OwnerOnly =
        [ManagePeople, ManageKeys, ManageSettings, ManageIntegrations, RollBack, Erase, ReadWholeJournal];

    private static readonly string[] OwnerAndManager = [RevealPhone, Export, JudgeIntents];

    internal static void AddTo(AuthorizationBuilder builder)
    {
        builder.SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var name in OwnerOnly)
        {
            builder.AddPolicy(name, policy => policy.RequireRole(Roles.Owner));
        }

        foreach (var name in OwnerAndManager)
        {
            builder.AddPolicy(name, policy => policy.RequireRole(Roles.Owner, Roles.Manager));
        }
    }
}
