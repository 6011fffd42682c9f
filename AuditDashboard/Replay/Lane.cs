namespace AuditDashboard.Replay;

/// <summary>The rows of the timeline, top to bottom. <see cref="Call"/> is shown only when the dialog has one.</summary>
public enum Lane
{
    Client,
    Assistant,
    Scenario,
    Actions,
    Human,
    Call,
}
