using AuditDashboard.Foundation;
using AuditDashboard.Storage;

namespace AuditDashboard.Conversations;

/// <summary>Joins the transaction that writes down what clients' stories tell. Only computes and writes: no network, no waiting.</summary>
public interface IStoryStep
{
    /// <summary>Replaces everything that was derived from these clients before. The same stories again change nothing.</summary>
    void Apply(WriteConnection store, IReadOnlyList<Change> changes);

    /// <summary>What was applied is on disk: whoever shows it may read it again.</summary>
    void Announce();

    /// <summary>Every story was told anew: what is summed from parts is summed again.</summary>
    Task RebuildAsync(CancellationToken cancel);

    /// <param name="Root">Stands for the person; <paramref name="Members"/> are all records of the person, the root among them.</param>
    sealed record Change(ClientId Root, IReadOnlyList<ClientId> Members, ClientStory Story);
}
