namespace AuditDashboard.Storage;

/// <summary>Tables that only grow. A migration runs <see cref="Triggers"/> for them after creating them.</summary>
public static class AppendOnly
{
    /// <summary>Refuses every UPDATE and DELETE, whoever asks.</summary>
    public static IReadOnlyList<string> Triggers(string table) =>
    [
        $"create trigger {table}_no_update before update on {table} begin select raise(abort, '{table} is append-only'); end;",
        $"create trigger {table}_no_delete before delete on {table} begin select raise(abort, '{table} is append-only'); end;",
    ];
}
