using AuditDashboard.Foundation;

namespace AuditDashboard.Kpi;

/// <summary>The rows behind a number: as many as it says, always.</summary>
public interface IKpiDrillDown
{
    Task<Page> RunAsync(Request request, CancellationToken cancel);

    /// <param name="Label">Only those counted by this label; null = all.</param>
    /// <param name="WeekHour">A cell of the 7 × 24 map, Monday 0:00 first; null = all.</param>
    sealed record Request(KpiFilter Filter, KpiNumber Number, string? Label = null, int? WeekHour = null, int Skip = 0, int Take = 50)
    {
        /// <summary>Of losses also the needs that still have days left to book: no report counts them, and who looks for a client for a free hour wants them first.</summary>
        public bool WithOpenNeeds { get; init; }
    }

    /// <param name="Count">All rows, not only those of the page; equal to the number in every report.</param>
    sealed record Page(long Count, IReadOnlyList<Row> Rows);

    /// <summary>One row, the newest first.</summary>
    /// <param name="Seq">Of the event that dates it.</param>
    /// <param name="At">UTC.</param>
    /// <param name="SessionId">The session to open; null where the event lies in none.</param>
    /// <param name="ClientId">The record that stands for the person.</param>
    /// <param name="BookingId">The sender's own id of the booking.</param>
    /// <param name="WaitMs">Milliseconds to the answer, the booking or the reaction, where the number is about one.</param>
    /// <param name="Amount">Kopecks of a booking or visit; of a loss the seq of the event that proves it, of a duplicate that of the first.</param>
    sealed record Row(
        long Seq, DateTimeOffset At, SessionId? SessionId, ClientId ClientId, string? BookingId, string? Channel, string? Branch, string? Release, string? Label,
        long? WaitMs, long? Amount);
}
