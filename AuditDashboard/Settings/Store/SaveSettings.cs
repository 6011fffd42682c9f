using AuditDashboard.Events;
using AuditDashboard.Foundation;

namespace AuditDashboard.Settings.Store;

/// <summary>Changes sections of the settings by an event, and makes them count at once.</summary>
internal sealed partial class SaveSettings(
    IEventLog log, SettingsStore store, Pulse<SettingsChanged> changed, TimeProvider time, ILogger<SaveSettings> logger)
{
    /// <param name="by">Id of the person; null = configuration.</param>
    /// <returns>The log's refusal (<c>busy</c>, <c>storage</c>), or null.</returns>
    public async Task<Refusal?> HandleAsync(IReadOnlyDictionary<string, object> sections, string? by, CancellationToken cancel)
    {
        var appended = await log.AppendAsync([SettingsEvent.Draft(sections, by, time)], cancel);
        if (!appended.Succeeded)
        {
            return appended.Refusal;
        }

        await store.LoadAsync(cancel);
        changed.Send(new SettingsChanged());
        LogChanged(sections.Count, by ?? "provisioning", appended.Value[0].Seq);
        return null;
    }

    [LoggerMessage(EventId = 5300, Level = LogLevel.Information, Message = "{Count} sections of the settings changed by {By}, event {Seq}")]
    private partial void LogChanged(int count, string by, long seq);
}
