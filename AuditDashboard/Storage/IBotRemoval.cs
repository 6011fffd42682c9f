namespace AuditDashboard.Storage;

/// <summary>A table owner's part in taking out of the database everything that certain bots brought: how the demo leaves.</summary>
public interface IBotRemoval
{
    /// <summary>Conversations 10 (finds the clients), Kpi 20, Channels 90, Events 100.</summary>
    int Order { get; }

    /// <summary>Runs in a transaction on the write connection.</summary>
    void Remove(WriteConnection store, BotRemoval removal);

    /// <summary>It is on disk: whoever shows it may read it again.</summary>
    void Announce();
}
