using AuditDashboard.Access.ApiKeys;
using AuditDashboard.Access.Journal;

namespace AuditDashboard.Access;

/// <summary>
/// Demands an API key with a scope, from <c>Authorization: Bearer</c> or <c>X-Api-Key</c>; a key in the address is never read (ASVS 14.2.1).
/// Answers problem+json 401 (<c>/problems/unauthorized</c>) or 403 (<c>/problems/scope</c>).
/// </summary>
public static class ApiKeyGate
{
    /// <summary>For endpoints that work on the raw context (no filters, no allocation): null means that the refusal is already written.</summary>
    /// <param name="scope">ingest | read | release | evidence | admin</param>
    /// <param name="refused">Told whose key it was that lacks the scope; null where nobody knows the key.</param>
    public static async ValueTask<CallingBot?> AdmitAsync(HttpContext context, IApiKeys keys, string scope, Action<CallingBot?>? refused = null)
    {
        var bot = KeyCheck.Find(context.Request, keys);
        if (bot?.Scopes.Contains(scope) == true)
        {
            return bot;
        }

        refused?.Invoke(bot);
        await NoteAsync(context, bot);
        await KeyRefusal.Of(bot is not null, scope).ExecuteAsync(context);
        return null;
    }

    /// <summary>For protocols that refuse in their own words: who calls, or null; nothing is answered.</summary>
    /// <param name="otherHeader">Where that protocol's clients may put the key besides.</param>
    public static CallingBot? Find(HttpRequest request, IApiKeys keys, string otherHeader) =>
        KeyCheck.Find(request, keys) ?? (request.Headers[otherHeader] is [{ } key] ? keys.Find(key.AsSpan().Trim()) : null);

    /// <summary>
    /// Closes the endpoint to everybody without such a key, before anything of the request is read; its handler may take a
    /// <see cref="CallingBot"/>. With <paramref name="orOwner"/>, an owner's own session opens it too (for anything but reading, only from our
    /// own pages).
    /// </summary>
    public static TBuilder RequireKey<TBuilder>(this TBuilder builder, string scope, bool orOwner = false)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.AllowAnonymous();
        builder.Finally(endpoint =>
        {
            var open = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => OpenAsync(context, open, scope, orOwner);
        });
        return builder;
    }

    private static async Task OpenAsync(HttpContext context, RequestDelegate open, string scope, bool orOwner)
    {
        var bot = KeyCheck.Find(context) ?? (orOwner ? await OwnerSession.FindAsync(context) : null);
        if (bot?.Scopes.Contains(scope) != true)
        {
            await NoteAsync(context, bot);
            await KeyRefusal.Of(bot is not null, scope).ExecuteAsync(context);
            return;
        }

        context.Features.Set(bot);
        await open(context);
    }

    /// <summary>A key somebody was given and that asks for more is worth knowing; one that nobody knows is only noise.</summary>
    private static async Task NoteAsync(HttpContext context, CallingBot? bot)
    {
        if (bot is { KeyId.Length: > 0 } known && context.RequestServices.GetService<RefusedAccess>() is { } refusals)
        {
            await refusals.NoteAsync(context, $"key:{known.KeyId}");
        }
    }
}
