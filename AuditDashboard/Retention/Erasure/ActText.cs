namespace AuditDashboard.Retention.Erasure;

/// <summary>Marks the words of the papers of an erasure (resource files beside it).</summary>
internal sealed class ActText;
