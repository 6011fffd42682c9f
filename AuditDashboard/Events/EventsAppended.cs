namespace AuditDashboard.Events;

/// <summary>News: a commit added events up to and including this seq.</summary>
public sealed record EventsAppended(long LastSeq);
