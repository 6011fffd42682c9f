using System.Security.Claims;
using AuditDashboard.Access.People;

namespace AuditDashboard.Access.Viewing;

/// <summary>The person behind this circuit or request.</summary>
internal sealed class CurrentViewer(ViewerState state, IHttpContextAccessor http) : ICurrentViewer
{
    /// <summary>Who looks where nobody is signed in, and nobody could be: behind no circuit and no request.</summary>
    public Viewer? StandIn { get; set; }

    public async Task<Viewer> GetAsync() =>
        StandIn ?? (await FindAsync() is { Identity.IsAuthenticated: true } person
            ? PersonClaims.ViewerOf(person)
            : throw new UnauthorizedAccessException("Nobody is signed in."));

    /// <summary>The circuit knows better than the request that opened it: that one's cookie may be hours old.</summary>
    public async Task<ClaimsPrincipal?> FindAsync() =>
        state.Latest is { } latest ? (await latest).User : http.HttpContext?.User;
}
