namespace AuditDashboard.Channels.Sending;

/// <summary>Marks the words of messages to clients.</summary>
internal sealed class SendingText;
