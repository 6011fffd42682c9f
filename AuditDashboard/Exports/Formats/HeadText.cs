namespace AuditDashboard.Exports.Formats;

/// <summary>Marks the headings of tables (resource files beside it).</summary>
internal sealed class HeadText;
