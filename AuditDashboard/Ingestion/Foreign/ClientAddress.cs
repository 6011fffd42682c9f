using System.Buffers;
using AuditDashboard.Foundation;

namespace AuditDashboard.Ingestion.Foreign;

/// <summary>Whose words these are, from what an assistant says of its user: <c>client.id</c> carries its channel's prefix (http-api.md section 10).</summary>
/// <param name="Client">Null where nobody is named.</param>
internal readonly record struct ClientAddress(string? Client, string? Channel)
{
    private const int LongestChannel = 64;
    private static readonly SearchValues<char> Digits = SearchValues.Create("+0123456789");

    private static readonly Dictionary<string, string> Channels = new(StringComparer.Ordinal)
    {
        ["tg"] = "telegram", ["wa"] = "whatsapp", ["ig"] = "instagram", ["max"] = "max", ["vk"] = "vk",
    };

    private static readonly Dictionary<string, string> Prefixes = Channels.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <param name="channel">As the assistant names it, or null.</param>
    /// <param name="user">The assistant's name of its user, or null.</param>
    /// <param name="session">Counts where no user is named: a session named by a client's address is that client's.</param>
    public static ClientAddress Of(string? channel, string? user, string? session)
    {
        var named = user ?? (IsAddress(session) ? session : null);
        var known = channel is null ? null : Prefixes.ContainsKey(channel) ? channel.ToLowerInvariant() : ForeignText.Cut(channel, LongestChannel);
        if (named is null || HasPrefix(named))
        {
            return new ClientAddress(named, known ?? (named is null ? null : Channels.GetValueOrDefault(PrefixOf(named))));
        }

        return new ClientAddress(known is not null && Prefixes.TryGetValue(known, out var prefix) ? $"{prefix}:{named}" : named, known);
    }

    /// <summary>True for the names of messengers we know.</summary>
    public static bool IsChannel(string? word) => word is not null && Prefixes.ContainsKey(word);

    private static bool IsAddress(string? session) =>
        session is not null && HasPrefix(session) && session.AsSpan(PrefixOf(session).Length + 1) is { Length: > 0 } rest && !rest.ContainsAnyExcept(Digits);

    private static bool HasPrefix(string name) => PrefixOf(name) is { Length: > 0 } prefix && (prefix == "tel" || Channels.ContainsKey(prefix));

    private static string PrefixOf(string name) => name.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? name[..at] : "";
}
