using System.Globalization;

namespace AuditDashboard.Channels.Yclients;

/// <summary>What can change about a record. Members the body left out are null and leave the known value alone.</summary>
/// <param name="Attendance">2 = the client confirmed, 1 = came, 0 = awaited, −1 = did not come.</param>
/// <param name="Start">Local time of the branch: the offset YCLIENTS gives beside it may be another zone's.</param>
/// <param name="Seconds">How long the visit takes.</param>
/// <param name="Price">Roubles to pay for all services.</param>
internal sealed record YclientsState(
    bool IsDeleted, int? Attendance, bool? IsPaid, DateTime? Start, long? Seconds, string? Service, string? Staff, decimal? Price)
{
    /// <summary>The same text for the same state, for ids.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{IsDeleted}|{Attendance}|{IsPaid}|{Start:yyyy-MM-dd HH:mm:ss}|{Seconds}|{Service}|{Staff}|{Price}");
}
