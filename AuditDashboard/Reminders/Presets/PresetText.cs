namespace AuditDashboard.Reminders.Presets;

/// <summary>Marker of the presets' words.</summary>
internal sealed class PresetText;
