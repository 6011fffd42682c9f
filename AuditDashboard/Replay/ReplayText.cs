namespace AuditDashboard.Replay;

/// <summary>Words of the replay.</summary>
public sealed class ReplayText;
