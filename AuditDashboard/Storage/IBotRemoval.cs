namespace AuditDashboard.Storage;

/// <summary>A table owner's part in taking out of the database everything that certain bots brought: how the demo leaves.</summary>
public interface IBotRemoval
{
    /// <summary>Whoever finds its rows through another's comes before it: Kpi 10, Conversations 20, Events 100.</summary>
    int Order { get; }

    /// <summary>Runs in a transaction on the write connection.</summary>
    void Remove(WriteConnection store, IReadOnlyCollection<string> bots);
}
