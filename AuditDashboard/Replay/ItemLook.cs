namespace AuditDashboard.Replay;

/// <summary>How an event is drawn: a bubble for words between people, a centred pill for everything else; the colour follows its meaning.</summary>
public enum ItemLook
{
    Bubble,
    Plain,
    Step,
    Warning,
    Trouble,
    Success,
    Sync,
    Other,
}
