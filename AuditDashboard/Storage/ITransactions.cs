namespace AuditDashboard.Storage;

/// <summary>Short write transactions of projectors and handlers, in turn with the log's own.</summary>
public interface ITransactions
{
    /// <summary>Runs the work in one transaction on the write connection; on disk when the task is done.</summary>
    Task RunAsync(Action<WriteConnection> work, CancellationToken cancel);
}

internal sealed class Transactions(WriteGate gate, WriteConnection connection) : ITransactions
{
    public async Task RunAsync(Action<WriteConnection> work, CancellationToken cancel)
    {
        using var pass = await gate.EnterAsync(cancel);
        connection.InTransaction(work);
    }
}
