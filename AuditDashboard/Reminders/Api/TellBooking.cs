using System.Globalization;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;

namespace AuditDashboard.Reminders.Api;

/// <summary>What staff says about a booking, as an event of the log: everything else follows from that.</summary>
internal sealed class TellBooking(IEventLog log, TimeProvider time)
{
    /// <param name="type">A <c>booking.*</c> type.</param>
    /// <param name="start">The new start of a move; else null.</param>
    /// <param name="by">An id or a name of who says it, never a client's.</param>
    public async Task<Refusal?> HandleAsync(AppointmentRow booking, string type, DateTimeOffset? start, string? by, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var json = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
        {
            ["id"] = Guid.CreateVersion7(now).ToString(), ["type"] = type, ["time"] = Utc(now), ["actor"] = "human", ["channel"] = booking.Channel, ["branch"] = booking.Branch,
            ["client"] = booking.ClientAddress is { } client ? new Dictionary<string, object?> { ["id"] = client } : null,
            ["booking"] = new Dictionary<string, object?> { ["id"] = booking.BookingId, ["start"] = start is { } moved ? Utc(moved) : null },
            ["data"] = new Dictionary<string, object?> { ["by"] = "staff", ["user"] = by },
        });
        if (EventJudge.Judge(json, out _) is not { } content)
        {
            return new Refusal("validation");
        }

        var outcome = await log.AppendAsync([new EventDraft { Bot = booking.Bot, Envelope = "own", Branch = booking.Branch, Content = content, Json = json }], cancel);
        return outcome.Refusal;
    }

    private static string Utc(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
