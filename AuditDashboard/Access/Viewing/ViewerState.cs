using System.Security.Claims;
using AuditDashboard.Access.People;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Access.Viewing;

/// <summary>
/// Who is looking, inside a circuit. A cookie cannot be taken back from an open socket, so the circuit asks again every minute, and at
/// once when it hears that this person was disabled, changed or signed out.
/// </summary>
internal sealed class ViewerState : RevalidatingServerAuthenticationStateProvider
{
    private readonly IServiceScopeFactory _scopes;
    private readonly IDisposable _listening;

    public ViewerState(ILoggerFactory loggers, IServiceScopeFactory scopes, Pulse<PersonChanged> changed)
        : base(loggers)
    {
        _scopes = scopes;
        AuthenticationStateChanged += state => Latest = state;
        _listening = changed.Listen(change => _ = EndAsync(change));
    }

    /// <summary>The newest answer; null outside circuits and pages, where nobody has told this object anything.</summary>
    public Task<AuthenticationState>? Latest { get; private set; }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(60);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = _scopes.CreateAsyncScope();
        return await IsCurrentAsync(scope.ServiceProvider, authenticationState.User);
    }

    protected override void Dispose(bool disposing)
    {
        _listening.Dispose();
        base.Dispose(disposing);
    }

    private static async Task<bool> IsCurrentAsync(IServiceProvider services, ClaimsPrincipal person)
    {
        var users = services.GetRequiredService<UserManager<UserRow>>();
        var stampClaim = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        return await users.GetUserAsync(person) is { IsDisabled: false } user
            && Secrets.Same(person.FindFirstValue(stampClaim), user.SecurityStamp);
    }

    private async Task EndAsync(PersonChanged change)
    {
        if (Latest is not { } latest || (await latest).User is not { Identity.IsAuthenticated: true } person
            || person.FindFirstValue(ClaimTypes.NameIdentifier) != change.UserId)
        {
            return;
        }

        if (change.SignIn is null || person.FindFirstValue(PersonClaims.SignIn) == change.SignIn)
        {
            SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
        }
    }
}
