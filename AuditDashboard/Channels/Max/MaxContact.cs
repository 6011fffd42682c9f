using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AuditDashboard.Channels.Hooks;
using AuditDashboard.Foundation;

namespace AuditDashboard.Channels.Max;

/// <summary>
/// A contact somebody shared. It is the client's own phone only where it is the sender's own card and MAX vouches for the number: <c>hash</c> =
/// HMAC-SHA256 of <c>vcf_info</c> under the bot's token, in hexadecimal. Any other phone is shown to staff and joined to nobody.
/// </summary>
internal static class MaxContact
{
    public static ChannelEvent Describe(ChannelEvent placed, JsonElement payload, JsonElement message, string? botToken)
    {
        var card = ChannelText.Of(payload, "vcf_info");
        var phone = PhoneIn(card);
        var isOwn = ChannelText.Number(ChannelText.Part(payload, "max_info"), "user_id") is { } owner
            && owner == ChannelText.Number(ChannelText.Part(message, "sender"), "user_id");
        return isOwn && card is not null && IsVouched(card, ChannelText.Of(payload, "hash"), botToken)
            ? placed with { ClientPhone = phone }
            : placed with { Data = ChannelEvent.Named(("contactPhone", phone), ("contactName", Line(card, "FN"))) };
    }

    private static bool IsVouched(string card, string? hash, string? botToken) =>
        !string.IsNullOrEmpty(botToken)
        && Secrets.Same(hash?.ToLowerInvariant(), Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(botToken), Encoding.UTF8.GetBytes(card))));

    private static string? PhoneIn(string? card) => ChannelPhone.E164(Line(card, "TEL"));

    /// <summary>The value of the card's first line of that name (<c>TEL;TYPE=cell:79000000301</c>).</summary>
    private static string? Line(string? card, string name)
    {
        foreach (var line in (card ?? "").Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[..colon].Split(';')[0].Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return line[(colon + 1)..].Trim();
            }
        }

        return null;
    }
}
