using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace AuditDashboard.Access.Journal;

/// <summary>
/// Notes who was refused what: people at pages and addresses that are not theirs, keys without the scope. One line for each in ten minutes, since a
/// program that is wrong is wrong a thousand times a minute.
/// </summary>
internal sealed class RefusedAccess(JournalStore store, TimeProvider time) : IAuthorizationMiddlewareResultHandler
{
    public static readonly string Action = "access.refused";

    private const int Remembered = 10_000;
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(10);

    private readonly AuthorizationMiddlewareResultHandler _inner = new();
    private readonly ConcurrentDictionary<(string Who, string What), DateTimeOffset> _noted = new();

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Forbidden && context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } person)
        {
            await NoteAsync(context, person);
        }

        await _inner.HandleAsync(next, context, policy, authorizeResult);
    }

    /// <param name="who">Id of a person, or <c>key:&lt;id&gt;</c>.</param>
    public async Task NoteAsync(HttpContext context, string who)
    {
        var (what, now) = (Subject(context), time.GetUtcNow());
        if (_noted.TryGetValue((who, what), out var last) && now - last < Apart)
        {
            return;
        }

        if (_noted.Count >= Remembered)
        {
            _noted.Clear();
        }

        _noted[(who, what)] = now;
        await store.AddAsync(JournalActor.Of(context, who), Action, what, null, context.RequestAborted);
    }

    /// <summary>The pattern of the route, not the address: that may hold anything.</summary>
    private static string Subject(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
}
