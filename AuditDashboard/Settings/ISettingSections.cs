using AuditDashboard.Foundation;

namespace AuditDashboard.Settings;

/// <summary>Settings of other capabilities: each has a section of its own, kept as JSON and changed by an event like all settings.</summary>
public interface ISettingSections
{
    /// <summary>Null where nobody has set it.</summary>
    Task<TSection?> ReadAsync<TSection>(string section, CancellationToken cancel)
        where TSection : class;

    /// <param name="by">Id of the person; null = configuration.</param>
    /// <returns>The log's refusal (<c>busy</c>, <c>storage</c>), or null.</returns>
    Task<Refusal?> SaveAsync(string section, object value, string? by, CancellationToken cancel);
}
