using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace AuditDashboard.Access.Viewing;

/// <summary>
/// Puts the address and device of the connection beside the person, so that the journal knows them inside a circuit, where there is no
/// request. Added to a copy: they belong to the connection, not to the cookie.
/// </summary>
internal sealed class OriginClaims(IHttpContextAccessor http) : IClaimsTransformation
{
    public const string Address = "origin.ip";
    public const string Device = "origin.device";

    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (http.HttpContext is not { } context || principal.HasClaim(claim => claim.Type == Address))
        {
            return Task.FromResult(principal);
        }

        var (address, device) = Origin.Of(context);
        var copy = principal.Clone();
        copy.AddIdentity(new ClaimsIdentity([new Claim(Address, address), new Claim(Device, device)]));
        return Task.FromResult(copy);
    }
}
