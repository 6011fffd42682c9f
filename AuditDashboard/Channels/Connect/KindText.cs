namespace AuditDashboard.Channels.Connect;

/// <summary>The words of each kind of way in: names, what to type, what to do in the channel's cabinet.</summary>
internal sealed class KindText;
