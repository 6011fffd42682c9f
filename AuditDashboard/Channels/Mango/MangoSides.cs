using System.Text.Json;
using AuditDashboard.Channels.Hooks;

namespace AuditDashboard.Channels.Mango;

/// <summary>Who called whom: the client is the side without an extension.</summary>
/// <param name="Direction">in | out | internal.</param>
/// <param name="Phone">The client's, E.164; null where it was hidden.</param>
/// <param name="Extension">The member of staff.</param>
/// <param name="Line">The salon's own number.</param>
internal sealed record MangoSides(string Direction, string? Phone, string? Extension, string? Line)
{
    public static MangoSides OfLeg(JsonElement notice)
    {
        var (from, to) = (ChannelText.Part(notice, "from"), ChannelText.Part(notice, "to"));
        var (caller, called) = (ExtensionOf(from), ExtensionOf(to));
        var direction = caller is null ? "in" : called is null && PhoneOf(to) is not null ? "out" : "internal";
        return Of(direction, from, to, ChannelText.Word(to, "line_number") ?? ChannelText.Word(from, "line_number"));
    }

    public static MangoSides OfSummary(JsonElement notice) => Of(
        ChannelText.Number(notice, "call_direction") switch { 0 => "internal", 2 => "out", _ => "in" },
        ChannelText.Part(notice, "from"), ChannelText.Part(notice, "to"), ChannelText.Word(notice, "line_number"));

    /// <summary>The exchange vouches for the number: it is the client's.</summary>
    public ChannelEvent Address(ChannelEvent plain) => plain with { ClientId = ChannelPhone.Address(Phone), ClientPhone = Phone };

    private static MangoSides Of(string direction, JsonElement from, JsonElement to, string? line)
    {
        var phone = direction switch { "in" => PhoneOf(from), "out" => PhoneOf(to), _ => null };
        return new MangoSides(direction, phone, direction == "in" ? ExtensionOf(to) : ExtensionOf(from), line);
    }

    private static string? ExtensionOf(JsonElement side) => ChannelText.Word(side, "extension");

    private static string? PhoneOf(JsonElement side) => ChannelPhone.E164(side, "number");
}
