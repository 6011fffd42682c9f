using AuditDashboard.Ui;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Which days and where a page looks, as its address says; and the addresses of the rows behind its numbers.</summary>
public sealed record KpiPlace(Period Period, string? Branch, string? Channel)
{
    /// <param name="label">Only those counted by this label.</param>
    /// <param name="weekHour">A cell of the week, Monday 0:00 first.</param>
    public string Rows(KpiNumber number, string? label = null, int? weekHour = null) =>
        $"numbers/{number}?{Days(Period)}{Where}"
        + (label is null ? "" : $"&label={Uri.EscapeDataString(label)}")
        + (weekHour is null ? "" : $"&hour={weekHour}");

    /// <summary>The same of one day.</summary>
    public string RowsOf(DateOnly day, KpiNumber number) => (this with { Period = new Period(day, day, null) }).Rows(number);

    /// <summary>The start page with what this place says.</summary>
    public string Overview() => $"?{Days(Period)}{Where}";

    /// <summary>The page that makes a file of the same days and place.</summary>
    /// <param name="what">events | sessions | bookings</param>
    public string Export(string what) => $"reports?what={what}&{Days(Period)}{Where}";

    /// <summary>The page of channels for the same days.</summary>
    public string Channels() => $"channels?{Days(Period)}" + (Branch is null ? "" : $"&branch={Uri.EscapeDataString(Branch)}");

    private string Where =>
        (Branch is null ? "" : $"&branch={Uri.EscapeDataString(Branch)}") + (Channel is null ? "" : $"&channel={Uri.EscapeDataString(Channel)}");

    private static string Days(Period period) =>
        period.Preset is { } preset ? $"period={preset}" : $"from={Period.Iso(period.First)}&to={Period.Iso(period.Last)}";
}
