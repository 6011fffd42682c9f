using AuditDashboard.Foundation;

namespace AuditDashboard.Storage.Purging;

/// <summary>Rows that go together.</summary>
/// <param name="What">messages | dialogs | clients | visits | leads | quarantine | telemetry | exports</param>
/// <param name="Write">Runs in a transaction on the write connection. Looks again where a row may have changed since it was found.</param>
public sealed record PurgeBatch(string What, int Rows, Action<WriteConnection> Write)
{
    /// <summary>Of events: the dialogs they were in.</summary>
    public IReadOnlyCollection<SessionId> Sessions { get; init; } = [];

    /// <summary>Of events: their indices in the evidence tree, where the leaves stay.</summary>
    public IReadOnlyCollection<long> LogIndices { get; init; } = [];
}
