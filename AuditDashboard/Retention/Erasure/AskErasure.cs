using AuditDashboard.Foundation;
using AuditDashboard.Retention.Holds;
using AuditDashboard.Retention.Runs;
using AuditDashboard.Storage.Purging;

namespace AuditDashboard.Retention.Erasure;

/// <summary>Takes a request to forget one person. The work itself goes on behind it.</summary>
internal sealed class AskErasure(RetentionOwners owners, ErasureShelf shelf, HoldBook holds, ErasureWake wake, SalonClock clock)
{
    public const int ShortestReason = 5;
    public const int LongestReason = 1000;

    /// <summary>Refusals: <c>erasure.reason</c>, <c>erasure.unknown</c>, <c>erasure.held</c> (a hold is in the way: lift it first), <c>erasure.running</c>.</summary>
    /// <param name="by">Id of a person, or <c>key:&lt;id&gt;</c>; <paramref name="byName"/> is what stands in the act.</param>
    public async Task<Outcome<ErasureRow>> HandleAsync(Guid clientId, string basis, string reason, string by, string byName, CancellationToken cancel)
    {
        if (reason.Trim().Length is < ShortestReason or > LongestReason || !ErasureTerms.Bases.Contains(basis))
        {
            return new Refusal("erasure.reason", ShortestReason);
        }

        var person = new ErasedPerson([new ClientId(clientId)]);
        foreach (var owner in owners.InOrder)
        {
            await owner.DescribeAsync(person, cancel);
        }

        if (await RefusalAsync(person, cancel) is { } refusal)
        {
            return refusal;
        }

        var now = clock.Now.ToUniversalTime();
        var row = new ErasureRow
        {
            Id = Guid.CreateVersion7(now), ClientId = clientId, Basis = basis, Reason = person.Blot(reason.Trim()), By = by, ByName = byName, AskedAt = now,
            DueOn = ErasureTerms.DueOn(basis, clock.Today), State = ErasureRow.Asked,
        };
        await shelf.WriteAsync(row, cancel);
        wake.Wake();
        return row;
    }

    private async Task<Refusal?> RefusalAsync(ErasedPerson person, CancellationToken cancel)
    {
        if (!person.IsKnown)
        {
            return new Refusal("erasure.unknown");
        }

        if ((await holds.OfPersonAsync(person, cancel)).Count > 0)
        {
            return new Refusal("erasure.held");
        }

        var running = await shelf.UnfinishedAsync(cancel);
        return running.Any(row => person.Records.Contains(new ClientId(row.ClientId))) ? new Refusal("erasure.running") : null;
    }
}
