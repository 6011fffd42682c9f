using System.Reflection;

namespace AuditDashboard.Access;

/// <summary>Who a key speaks for. <paramref name="Branch"/> counts where an event names none; null = the whole organization.</summary>
/// <param name="KeyId">Empty for an owner who calls with their own session instead of a key.</param>
/// <param name="Scopes">ingest | read | release | evidence | admin</param>
public sealed record CallingBot(string KeyId, string Bot, string? Branch, IReadOnlySet<string> Scopes)
{
    /// <summary>Lets an endpoint behind <see cref="ApiKeyGate.RequireKey"/> take the caller as a parameter.</summary>
    public static ValueTask<CallingBot?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult(context.Features.Get<CallingBot>());
}

/// <summary>Knows every live API key. Answers from memory; a revoked key is refused at the next request.</summary>
public interface IApiKeys
{
    /// <summary>Whose key this is, or null; takes as long for a wrong key as for a right one.</summary>
    CallingBot? Find(ReadOnlySpan<char> key);
}
