using System.Globalization;
using System.Text.Json;

namespace AuditDashboard.Channels.Hooks;

/// <summary>A visit as a booking system knows it.</summary>
/// <param name="Price">Roubles; what no salon charges is left out.</param>
internal sealed record ChannelBooking(
    string Id, string? Service = null, string? Staff = null, DateTimeOffset? Start = null, DateTimeOffset? End = null, decimal? Price = null)
{
    public static readonly string Currency = "RUB";

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("booking"u8);
        ChannelEvent.Write(json, "id", Id, 128);
        ChannelEvent.Write(json, "service", Service, 512);
        ChannelEvent.Write(json, "staff", Staff, 256);
        Write(json, "start", Start);
        Write(json, "end", End);
        if (Price is { } roubles and >= 0 and <= 1_000_000_000)
        {
            json.WriteNumber("price"u8, roubles);
            json.WriteString("currency"u8, Currency);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } known)
        {
            json.WriteString(name, known.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }
    }
}
