namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Marks the words that are written into the portal (resource files beside it).</summary>
internal sealed class CrmText;
