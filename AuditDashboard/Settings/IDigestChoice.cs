namespace AuditDashboard.Settings;

/// <summary>An owner's choice about digest and alarms, from a page.</summary>
public interface IDigestChoice
{
    /// <summary>Saves, and offers the way back for a moment.</summary>
    /// <param name="undone">Shows what counts again.</param>
    /// <returns>Why it was refused, in the viewer's words; null when it counts.</returns>
    Task<string?> SaveAsync(DigestSettings wanted, Func<Task> undone);
}
