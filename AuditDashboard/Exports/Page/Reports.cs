using AuditDashboard.Ui;

namespace AuditDashboard.Exports.Page;

/// <summary>The page of reports for one person.</summary>
/// <param name="MayUncover">This person may take phones out whole.</param>
internal sealed record Reports(bool IsOwner, bool MayUncover, IReadOnlyList<BranchOption> Branches, IReadOnlyList<ReportFile> Files, IReadOnlyList<ReportSchedule> Schedules);

/// <summary>A file as the list shows it.</summary>
/// <param name="Code">excel-ru | rfc4180 | jsonl | json</param>
/// <param name="Branch">Its name; empty = all.</param>
/// <param name="State">queued | running | done | failed | cancelled</param>
/// <param name="Size">Bytes.</param>
public sealed record ReportFile(
    Guid Id, DateTimeOffset CreatedAt, string ByName, bool IsScheduled, string What, string Code, DateTimeOffset? From, DateTimeOffset? To, string Branch, string? Channel,
    bool MasksPhones, string State, long Rows, long Expected, long Size, DateTimeOffset KeptUntil)
{
    public bool IsWaiting => State is "queued" or "running";
}

/// <summary>A schedule as the list shows it.</summary>
/// <param name="Weekday">Null = every day.</param>
/// <param name="NextAt">UTC.</param>
public sealed record ReportSchedule(Guid Id, string ByName, string What, string Code, bool MasksPhones, DayOfWeek? Weekday, int Hour, DateTimeOffset NextAt);
