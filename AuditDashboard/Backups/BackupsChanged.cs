namespace AuditDashboard.Backups;

/// <summary>News: a backup was asked for, got further, was finished, sent or removed, or the drill ran.</summary>
internal sealed record BackupsChanged;
