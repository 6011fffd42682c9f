namespace AuditDashboard.Conversations.Critical;

/// <summary>What a person does about a critical event.</summary>
public enum CriticalAct
{
    Read,
    Take,
    Release,
    Answer,
    Reopen,
}
