namespace AuditDashboard.Storage;

/// <summary>Marks the words of this folder (resource files beside it): what the operator reads when the data folder cannot be used.</summary>
public sealed class StorageText;
