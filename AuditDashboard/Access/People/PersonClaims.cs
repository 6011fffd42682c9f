using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Access.People;

/// <summary>What a signed-in person's cookie says about them. Read again from the database whenever the cookie is checked.</summary>
internal sealed class PersonClaims(UserManager<UserRow> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<UserRow>(users, options)
{
    public const string Branch = "branch";

    /// <summary>Id of one sign-in: ties the circuits of a browser to its cookie.</summary>
    public const string SignIn = "sid";

    public static bool IsOwner(ClaimsPrincipal person) => person.HasClaim(ClaimTypes.Role, Roles.Owner);

    public static Viewer ViewerOf(ClaimsPrincipal person)
    {
        string Of(string type) => person.FindFirstValue(type) ?? "";
        var role = Of(ClaimTypes.Role);
        string[]? branches = role == Roles.Manager ? [.. person.FindAll(Branch).Select(claim => claim.Value)] : null;
        return new Viewer(Of(ClaimTypes.NameIdentifier), Of(ClaimTypes.Name), Of(ClaimTypes.Email), role, branches);
    }

    protected override Task<ClaimsIdentity> GenerateClaimsAsync(UserRow user)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, user.Id));
        identity.AddClaim(new Claim(ClaimTypes.Name, user.DisplayName));
        identity.AddClaim(new Claim(ClaimTypes.Email, user.Email ?? ""));
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role));
        identity.AddClaim(new Claim(Options.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp ?? ""));
        identity.AddClaims(user.BranchCodes.Select(code => new Claim(Branch, code)));
        return Task.FromResult(identity);
    }
}
