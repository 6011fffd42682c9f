namespace AuditDashboard.Kpi.Judging;

/// <summary>One suspicion of K15, with what a person said about it.</summary>
/// <param name="Seq">Of the event that dates it.</param>
/// <param name="Label">What the two have in common, or how the client was missed.</param>
/// <param name="First">The booking or lead that was there before; null for a missed client.</param>
/// <param name="Verdict">yes | no; null = not judged.</param>
public sealed record JudgedLine(
    long Seq, string Label, string Href, string? Client, string? Channel, string? Branch, DateTimeOffset At, JudgedLine.Thing? First, JudgedLine.Thing? Second, string? Said, string? Verdict)
{
    /// <param name="At">UTC. When it was made.</param>
    /// <param name="Start">UTC. Of a booking; null of a lead.</param>
    public sealed record Thing(DateTimeOffset At, DateTimeOffset? Start, string? Service, string? Staff);
}
