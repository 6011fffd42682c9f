using System.Globalization;
using System.Text;

namespace AuditDashboard.Benchmarks;

/// <summary>A believable message of a bot, about 600 bytes. Each has its own id; a dialog of a new client has <see cref="Length"/> of them.</summary>
internal static class SampleEvent
{
    public const int IdLength = 20;

    /// <summary>Events of one dialog: what a client and an assistant need for a booking.</summary>
    public const int Length = 12;

    private const string Place = "88888888";

    /// <summary>The body with a place for the id and two for the number of the dialog, and where these begin.</summary>
    public static (byte[] Body, int IdAt, int SessionAt, int ClientAt) Make(DateTimeOffset now)
    {
        var time = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var json = $$"""
            {"id":"{{new string('0', IdLength)}}","type":"message.received","time":"{{time}}","session":"tg-{{Place}}","channel":"telegram","branch":"center","actor":"client","client":{"id":"tg:{{Place}}","name":"Анна"},"text":"Здравствуйте! Хочу записаться на маникюр с покрытием завтра вечером, есть свободное время после 18:00?","intent":{"name":"booking.create","confidence":0.93},"model":{"provider":"openai","name":"gpt-4.1-mini","version":"2026-10"},"release":"salon-8","scenario":{"id":"booking","version":"12","step":"ask_time"},"data":{"tokens_in":1204} }
            """;
        var body = Encoding.UTF8.GetBytes(json);
        var place = Encoding.ASCII.GetBytes(Place);
        return (body, body.AsSpan().IndexOf(Encoding.ASCII.GetBytes(new string('0', IdLength))), body.AsSpan().IndexOf(place), body.AsSpan().LastIndexOf(place));
    }

    public static void WriteDialog(Span<byte> place, long dialog)
    {
        for (var i = Place.Length - 1; i >= 0; i--, dialog /= 10)
        {
            place[i] = (byte)('0' + (dialog % 10));
        }
    }

    /// <summary>Ids ascend with time, as UUIDv7 and counters of real bots do.</summary>
    public static void WriteId(Span<byte> place, long number)
    {
        place[0] = (byte)'b';
        for (var i = IdLength - 1; i > 0; i--, number /= 10)
        {
            place[i] = (byte)('0' + (number % 10));
        }
    }
}
