using System.Text.RegularExpressions;

namespace AuditDashboard.Channels.Sending;

/// <summary>A client's address without its channel's prefix (http-api.md section 10), in the forms the services take.</summary>
internal static partial class ClientAddress
{
    /// <summary>The part after the prefix; null where it is another channel's.</summary>
    public static string? Of(string address, string prefix) =>
        address.StartsWith(prefix + ":", StringComparison.Ordinal) && address.Length > prefix.Length + 1 ? address[(prefix.Length + 1)..] : null;

    /// <summary>A person's number in a channel that counts its users; null for anything else, groups among them.</summary>
    public static string? Number(string address, string prefix) => Of(address, prefix) is { } id && Digits().IsMatch(id) ? id : null;

    /// <summary>The prefix of a messenger's addresses.</summary>
    public static string PrefixOf(string channel) => channel switch
    {
        "telegram" => "tg",
        "whatsapp" => "wa",
        "instagram" => "ig",
        _ => channel,
    };

    [GeneratedRegex("^[1-9][0-9]{0,18}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
