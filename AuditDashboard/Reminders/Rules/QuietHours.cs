namespace AuditDashboard.Reminders.Rules;

/// <summary>When nobody is written to, by the clock in the branch. Equal ends switch them off.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
internal readonly record struct QuietHours(TimeOnly From, TimeOnly To)
{
    public bool Include(DateTime wall)
    {
        var time = TimeOnly.FromDateTime(wall);
        return From != To && (From < To ? time >= From && time < To : time >= From || time < To);
    }

    /// <summary>The first allowed time from this one on.</summary>
    public DateTime EndAfter(DateTime wall)
    {
        var end = wall.Date + To.ToTimeSpan();
        return !Include(wall) ? wall : end > wall ? end : end.AddDays(1);
    }

    /// <summary>When the quiet that includes this time began.</summary>
    public DateTime BeginBefore(DateTime wall)
    {
        var begin = wall.Date + From.ToTimeSpan();
        return begin <= wall ? begin : begin.AddDays(-1);
    }
}
