namespace AuditDashboard.Settings;

/// <summary>News: an owner changed the settings; <see cref="ISettings"/> already gives the new ones.</summary>
public sealed record SettingsChanged;
