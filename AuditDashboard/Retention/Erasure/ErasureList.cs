using AuditDashboard.Foundation;
using AuditDashboard.Retention.Page;

namespace AuditDashboard.Retention.Erasure;

/// <summary>Erasures as pages show them.</summary>
internal sealed class ErasureList(ErasureShelf shelf, ErasureFiles files, SalonClock clock)
{
    public async Task<IReadOnlyList<RetentionView.Erasure>> RunAsync(int most, CancellationToken cancel) => [.. (await shelf.ListAsync(most, cancel)).Select(Of)];

    public async Task<IReadOnlyList<RetentionView.Erasure>> OfClientAsync(Guid client, CancellationToken cancel) => [.. (await shelf.OfClientAsync(client, cancel)).Select(Of)];

    private RetentionView.Erasure Of(ErasureRow row) => new(
        row.Id, row.ClientId, row.State, row.AskedAt, row.DueOn, row.DueOn.DayNumber - clock.Today.DayNumber, row.EndedAt, row.Messages, files.Of(row.Id), row.Fault);
}
