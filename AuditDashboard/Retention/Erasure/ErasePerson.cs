using AuditDashboard.Foundation;
using AuditDashboard.Retention.Runs;
using AuditDashboard.Storage.Purging;

namespace AuditDashboard.Retention.Erasure;

/// <summary>The deletion itself: every owner's rows of the person, batch by batch, each counted in the transaction that deletes it.</summary>
internal sealed class ErasePerson(RetentionOwners owners, PurgeWriter writer, NameLeaves naming, SealedMarks marks)
{
    public static IReadOnlyList<Guid> RecordsOf(ErasureRow row) => [.. row.Records.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>Notes who is meant while that can still be found out.</summary>
    public async Task DescribeAsync(ErasureRow row, CancellationToken cancel)
    {
        var person = new ErasedPerson([new ClientId(row.ClientId)]);
        foreach (var owner in owners.InOrder)
        {
            await owner.DescribeAsync(person, cancel);
        }

        row.Records = string.Join(',', person.Records);
        row.SealedMarks = marks.Close(person);
    }

    public async Task DeleteAsync(ErasureRow row, CancellationToken cancel)
    {
        var person = new ErasedPerson([.. RecordsOf(row).Select(id => new ClientId(id))]);
        marks.OpenInto(person, row.SealedMarks);
        HashSet<SessionId> dialogs = [];
        await DeleteAsync(person, row, dialogs, cancel);
    }

    /// <summary>The same before the server serves, on a database that came from a backup.</summary>
    public async Task DeleteAgainAsync(IReadOnlyList<Guid> records, ErasureRow row, CancellationToken cancel)
    {
        var person = new ErasedPerson([.. records.Select(id => new ClientId(id))]) { IsReplay = true };
        foreach (var owner in owners.InOrder)
        {
            await owner.DescribeAsync(person, cancel);
        }

        await DeleteAsync(person, row, [], cancel);
    }

    private async Task DeleteAsync(ErasedPerson person, ErasureRow row, HashSet<SessionId> dialogs, CancellationToken cancel)
    {
        var named = await naming.OfPersonAsync(owners.InOrder, person, row.Id, row.ClientId, cancel);
        foreach (var owner in owners.InOrder)
        {
            await foreach (var batch in owner.OfAsync(person, cancel))
            {
                if (!batch.LogIndices.All(named.Contains))
                {
                    named.Add(await naming.OfPersonAsync(owners.InOrder, person, row.Id, row.ClientId, cancel));
                }

                var worked = await writer.WriteAsync(
                    batch,
                    () => true,
                    store =>
                    {
                        row.Messages += batch.What == "messages" ? batch.Rows : 0;
                        row.Others += batch.What is "quarantine" or "telemetry" or "exports" ? batch.Rows : 0;
                        row.Dialogs += batch.Sessions.Count(dialogs.Add);
                        row.Indices = With(row.Indices, batch.LogIndices);
                        store.Table<ErasureRow>().Upsert(row);
                    },
                    cancel);
                person.Most = PurgeWriter.Next(person.Most, worked ?? TimeSpan.Zero);
            }
        }
    }

    private static string With(string indices, IEnumerable<long> more)
    {
        var ranges = NumberRanges.Parse(indices) ?? new NumberRanges();
        ranges.Add(more);
        return ranges.ToString();
    }
}
