namespace AuditDashboard.Settings;

/// <summary>An owner's choice from a page of another capability.</summary>
public interface ISettingChoice
{
    /// <summary>Saves, and offers the way back for a moment.</summary>
    /// <param name="undone">Shows what counts again.</param>
    /// <returns>Why it was refused, in the viewer's words; null when it counts.</returns>
    Task<string?> SaveAsync(DigestSettings wanted, Func<Task> undone);

    /// <inheritdoc cref="SaveAsync(DigestSettings, Func{Task})"/>
    Task<string?> SaveAsync(FollowUpSettings wanted, Func<Task> undone);
}
