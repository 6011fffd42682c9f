namespace AuditDashboard.Storage;

/// <summary>Knows from what a database could be made again. Backups, which lie above, provide it.</summary>
public interface IRestorePoints
{
    /// <summary>Full path of the newest verified backup, or null.</summary>
    string? Newest();
}
