namespace AuditDashboard.Exports;

/// <summary>News: a file was asked for, grew, was finished or removed, or a schedule changed.</summary>
internal sealed record ExportsChanged;
