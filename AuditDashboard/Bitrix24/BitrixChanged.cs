namespace AuditDashboard.Bitrix24;

/// <summary>News: something was delivered, failed, or the portal's state changed.</summary>
internal sealed record BitrixChanged;
