namespace AuditDashboard.Replay.Reading;

/// <summary>A stretch of the client's messages that waits for an answer (kpi-notes.md section 3).</summary>
/// <param name="Opening">Index of the client's first message in the dialog.</param>
/// <param name="Answer">Index of the first substantive answer; null while there is none or the turn expired.</param>
/// <param name="Expired">Nobody answered in time.</param>
/// <param name="OwnedByHuman">A person had taken over when it opened.</param>
internal sealed record Turn(int Opening, int? Answer, bool AnsweredByHuman, long? WaitMs, bool Expired, bool OwnedByHuman)
{
    public bool AnsweredByAssistant => Answer is not null && !AnsweredByHuman;
}
