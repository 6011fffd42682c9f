namespace AuditDashboard.Retention.Dossier;

/// <summary>Marks the words of a dossier (resource files beside it).</summary>
internal sealed class DossierText;
