namespace AuditDashboard.Bitrix24;

/// <summary>Marks the words of this capability (resource files beside it).</summary>
public sealed class Bitrix24Text;
