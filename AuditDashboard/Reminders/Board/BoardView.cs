using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Reminders.Board;

/// <summary>The page of bookings as one person sees it.</summary>
/// <param name="Counts">By tab.</param>
/// <param name="IsCut">There are more than fit on the page.</param>
internal sealed record BoardView(
    BoardFigures Figures, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<BoardDay> Days, IReadOnlyList<BranchOption> Branches, bool MayAct, bool AnyAtAll, bool IsCut)
{
    /// <summary>By booking; empty on tabs that have none.</summary>
    public IReadOnlyDictionary<string, LineNote> Notes { get; init; } = new Dictionary<string, LineNote>();
}

/// <summary>Of the last 30 days; shares are fractions, null where there is nothing to share.</summary>
/// <param name="Saved">Visits given up after a reminder and at least 2 h before: the time could be given to somebody else.</param>
public sealed record BoardFigures(double? NoShows, double? Confirmed, int Saved);

internal sealed record BoardDay(DateOnly Date, IReadOnlyList<BoardGroup> Groups);

/// <summary>One master's day in one branch; without names where the order is another.</summary>
internal sealed record BoardGroup(string Branch, string? Staff, IReadOnlyList<BoardLine> Lines);

/// <summary>One booking. Times of the clock are those of its branch.</summary>
public sealed record BoardLine(
    string Key, ClientId? ClientId, string? Client, string? Phone, string? Channel, string? Service, DateTime Wall, DateTimeOffset StartAt, DateTimeOffset? CreatedAt, string Plan, string? Fact,
    DateTimeOffset? AnsweredAt, bool WantsMove, string? Conflict, int Moves, DateTime? MovedFrom, bool IsSilent, string Zone, IReadOnlyList<BoardReminder> Reminders)
{
    public bool IsOpen => Fact is null && (Plan is "created" or "confirmed");
}

/// <summary>A message about the booking, as its chain shows it.</summary>
/// <param name="State">A state of http-api.md section 8.</param>
public sealed record BoardReminder(string Rule, string State, DateTimeOffset DueAt, DateTimeOffset? SentAt);
