using AuditDashboard.Ingestion.Otlp.GenAi;

namespace AuditDashboard.Ingestion.Otlp.Joining;

/// <summary>What one log record holds of the talk.</summary>
/// <param name="Time">Nanoseconds of the Unix epoch: orders the records of a call.</param>
/// <param name="Place">Place in its request: orders those of the same nanosecond (JavaScript counts in milliseconds).</param>
internal sealed record LoggedWords(ulong Time, int Place, IReadOnlyList<Said> Said)
{
    public static List<Said> Together(IEnumerable<LoggedWords> records) =>
        [.. records.OrderBy(record => record.Time).ThenBy(record => record.Place).SelectMany(record => record.Said)];
}
