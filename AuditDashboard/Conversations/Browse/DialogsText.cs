namespace AuditDashboard.Conversations.Browse;

/// <summary>Words of the list of dialogs and of a dialog's tags.</summary>
internal sealed class DialogsText;
