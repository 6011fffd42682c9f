using AuditDashboard.Storage.Purging;

namespace AuditDashboard.Storage;

/// <summary>
/// A table owner's part in forgetting: what is too old, and what is one person's. Whatever keeps a client's words, name, phone or address has one. Batches
/// are found outside the write gate and written inside it, each in a transaction of its own; the next one is looked for after the one before was written
/// (or left alone: a preview writes nothing), so a batch that is undone by a crash is simply found again.
/// </summary>
public interface IPurgeable
{
    /// <summary>Conversations 10 (knows the person), Reminders 15, Bitrix24 17, Ingestion 30, Events 100, Exports 110: addresses go first, so that nothing new joins what is on its way out.</summary>
    int Order { get; }

    /// <summary>Its batches have <see cref="PurgeBatch.LogIndices"/>.</summary>
    bool HasLeaves => false;

    /// <summary>Before anything is found: completes what the order names (a held client's merged records), and lets nothing be forgotten that was not counted yet.</summary>
    Task PrepareAsync(PurgeOrder order, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>What is older than the order says and not held.</summary>
    IAsyncEnumerable<PurgeBatch> OlderAsync(PurgeOrder order, CancellationToken cancel);

    /// <summary>Before anything of a person is deleted: adds the records and marks by which it is found everywhere.</summary>
    Task DescribeAsync(ErasedPerson person, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>What is this person's, whatever its age.</summary>
    IAsyncEnumerable<PurgeBatch> OfAsync(ErasedPerson person, CancellationToken cancel);
}
