using System.Collections.Frozen;
using Microsoft.Extensions.Primitives;

namespace AuditDashboard.Foundation;

/// <summary>Headers of a call that passes through: all but those that belong to one connection (RFC 9110 section 7.6.1) and to one host.</summary>
public static class PassedHeaders
{
    private static readonly FrozenSet<string> OfOneHop = new[]
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Expect",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <param name="to">With its content, if it has one; its length is the content's own.</param>
    /// <param name="ours">Headers that were meant for us.</param>
    public static void Copy(HttpRequest from, HttpRequestMessage to, IReadOnlySet<string>? ours = null)
    {
        var connection = from.Headers.Connection;
        foreach (var (name, values) in from.Headers)
        {
            if (name.StartsWith(':') || OfOneHop.Contains(name) || IsNamed(connection, name) || ours?.Contains(name) == true
                || name.Equals("Host", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (!to.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                to.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }
    }

    /// <summary>The answer's headers, without the length: who writes the body knows it.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Of(HttpResponseMessage from)
    {
        var connection = new StringValues([.. from.Headers.Connection]);
        foreach (var (name, values) in from.Headers.NonValidated.Concat(from.Content.Headers.NonValidated))
        {
            var all = values.ToArray();
            if (!OfOneHop.Contains(name) && !IsNamed(connection, name) && !name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && Array.TrueForAll(all, IsWritable))
            {
                yield return KeyValuePair.Create(name, new StringValues(all));
            }
        }
    }

    public static void Write(IEnumerable<KeyValuePair<string, StringValues>> headers, HttpResponse to)
    {
        foreach (var (name, values) in headers)
        {
            to.Headers[name] = values;
        }
    }

    // The server throws at anything else.
    private static bool IsWritable(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static bool IsNamed(StringValues connection, string name)
    {
        foreach (var line in connection)
        {
            foreach (var token in (line ?? "").Split(',', StringSplitOptions.TrimEntries))
            {
                if (token.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
