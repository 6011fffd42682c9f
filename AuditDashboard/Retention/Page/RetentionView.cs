namespace AuditDashboard.Retention.Page;

/// <summary>What the page of retention shows.</summary>
/// <param name="Days">Conversations, calls, quarantine.</param>
public sealed record RetentionView(
    RetentionView.Periods Days, IReadOnlyList<RetentionView.Hold> Holds, IReadOnlyList<RetentionView.Run> Runs, IReadOnlyList<RetentionView.Erasure> Erasures,
    IReadOnlyList<RetentionView.Request> Requests)
{
    public sealed record Periods(int Conversations, int Calls, int Quarantine);

    /// <param name="Href">The client's or the dialog's page.</param>
    public sealed record Hold(Guid Id, string Kind, string Href, string Reason, string ByName, DateTimeOffset PlacedAt);

    /// <param name="EndedAt">Null while it runs.</param>
    public sealed record Run(Guid Id, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool IsScheduled, int Days, long Messages, long Dialogs, long Clients, long Others);

    /// <param name="LeftDays">Calendar days until the term ends; negative when it is past.</param>
    public sealed record Erasure(Guid Id, Guid Client, string State, DateTimeOffset AskedAt, DateOnly DueOn, int LeftDays, DateTimeOffset? EndedAt, long Messages, IReadOnlyList<string> Files, string? Fault);

    /// <param name="LeftDays">Working days to answer in.</param>
    public sealed record Request(Guid Id, Guid Client, DateOnly ReceivedOn, DateOnly DueOn, int LeftDays);
}
