using System.Collections.Concurrent;

namespace AuditDashboard.Access.Journal;

/// <summary>
/// Who looked at what lately: a dialog that is opened again and again within five minutes is one look, and a page that loads anew is none. Kept in memory:
/// after a restart a look is noted again rather than not at all.
/// </summary>
internal sealed class RecentViews(TimeProvider time)
{
    private const string Viewed = ".viewed";
    private const int Remembered = 10_000;
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Who, string Action, string? Subject), DateTimeOffset> _noted = new();

    /// <summary>True where the same was noted so lately that it need not be again; only looks can be.</summary>
    public bool IsNoted(string who, string action, string? subject) =>
        action.EndsWith(Viewed, StringComparison.Ordinal) && _noted.TryGetValue((who, action, subject), out var last) && time.GetUtcNow() - last < Apart;

    /// <summary>It stands in the journal now.</summary>
    public void Note(string who, string action, string? subject)
    {
        if (!action.EndsWith(Viewed, StringComparison.Ordinal))
        {
            return;
        }

        if (_noted.Count >= Remembered)
        {
            _noted.Clear();
        }

        _noted[(who, action, subject)] = time.GetUtcNow();
    }
}
