using System.Security.Claims;
using AuditDashboard.Access.People;
using AuditDashboard.Access.Viewing;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Access;

/// <summary>What a circuit gives to its page: the services of a scope and somebody signed in.</summary>
internal sealed class OwnerScope : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;

    private OwnerScope(AsyncServiceScope scope, string userId) => (_scope, UserId) = (scope, userId);

    public string UserId { get; }

    public static async Task<OwnerScope> OpenAsync(AccessHost host, string email = AccessHost.OwnerEmail)
    {
        var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<UserRow>>();
        var user = await users.FindByEmailAsync(email) ?? throw new ArgumentException(email);
        var person = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserRow>>().CreateAsync(user);
        person.AddIdentity(new ClaimsIdentity([new Claim(OriginClaims.Address, "192.0.2.7"), new Claim(OriginClaims.Device, "Firefox, Linux")]));
        scope.ServiceProvider.GetRequiredService<ViewerState>().SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));
        return new OwnerScope(scope, user.Id);
    }

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
