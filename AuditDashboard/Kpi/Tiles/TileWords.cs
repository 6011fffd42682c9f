using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Numbers of two periods as tiles. A zero denominator gives no value, never 0 %.</summary>
internal sealed class TileWords(IStringLocalizer<OverviewText> text, KpiReport now, KpiReport before, DateOnly today)
{
    /// <summary>A need has 7 days to become a booking (K2): younger days are left out of comparisons.</summary>
    private const int MaturingDays = 7;

    public Overview.Tile ResponseTime()
    {
        var (current, earlier) = (now.ResponseTime, before.ResponseTime);
        var change = current.P50Ms is { } p50 && earlier.P50Ms is { } past
            ? new Delta(Rounded(p50) - Rounded(past), Formats.Seconds(Math.Abs(Rounded(p50) - Rounded(past))), LowerIsBetter: true)
            : null;
        var help = text["ResponseHelp"] + Interval(current.Within) + text["ResponseHelpRest", Formats.Seconds(current.P90Ms), Formats.Seconds(current.P95Ms), Formats.Count(current.Unanswered)];
        return new Overview.Tile(
            "kpi-response-time", text["ResponseTime"], current.P50Ms is { } shown ? Formats.SecondsNumber(shown) : null, Formats.SecondsUnit,
            text["ResponseNote", Formats.Percent(current.Within.Value, 0), Formats.Count(current.Within.N)], help, current.Within.N, change,
            NothingBefore(earlier.P50Ms is null), [.. now.Days.Select(day => day.P50Ms / 1000d)], Target: 3, Outcome: "slow");
    }

    public Overview.Tile Conversion()
    {
        var share = now.Conversion.Share;
        var mature = (Now: Mature(now), Before: Mature(before));
        var note = text["ConversionNote", Formats.Count(share.K), Formats.Count(share.N)]
            + (now.Conversion.Maturing > 0 ? text["Maturing", Formats.Count(now.Conversion.Maturing)] : "");
        var why = mature.Now is null && share.N > 0 ? text["StillMaturing"].Value : NothingBefore(mature.Before is null);
        return new Overview.Tile(
            "kpi-conversion", text["Conversion"], Percents(share), "%", note, text["ConversionHelp"] + Interval(share), share.N,
            Change(mature.Now, mature.Before, lowerIsBetter: false), why, Trend(day => day.Conversion), Outcome: "booked");
    }

    public Overview.Tile AutoClosed()
    {
        var (share, earlier) = (now.AutoClosed.Share, before.AutoClosed.Share);
        return new Overview.Tile(
            "kpi-auto-closed", text["AutoClosed"], Percents(share), "%", text["OfDialogs", Formats.Count(share.K), Formats.Count(share.N)],
            text["AutoClosedHelp", Formats.Count(now.AutoClosed.Confirmed), Formats.Count(now.AutoClosed.Assumed)] + Interval(share), share.N,
            Change(share.Value, earlier.Value, lowerIsBetter: false), NothingBefore(earlier.Value is null), Trend(day => day.AutoClosed));
    }

    public Overview.Tile Escalations()
    {
        var (share, earlier) = (now.Escalations.Share, before.Escalations.Share);
        return new Overview.Tile(
            "kpi-escalations", text["Escalations"], Percents(share), "%", text["OfDialogs", Formats.Count(share.K), Formats.Count(share.N)],
            text["EscalationsHelp", Formats.Count(now.Escalations.Lost)] + Interval(share), share.N,
            Change(share.Value, earlier.Value, lowerIsBetter: true), NothingBefore(earlier.Value is null), Trend(day => day.Escalations), Outcome: "escalated");
    }

    private static string? Percents(Share share) => share.Value is { } value ? Formats.Percents(value) : null;

    // The change is the difference of what is shown, so that nobody finds 1,8 − 1,4 = 0,3.
    private static Delta? Change(double? current, double? past, bool lowerIsBetter)
    {
        if (current is null || past is null)
        {
            return null;
        }

        var difference = (Math.Round(current.Value * 1000) - Math.Round(past.Value * 1000)) / 1000;
        return new Delta(difference, Formats.Points(difference), lowerIsBetter);
    }

    private static long Rounded(long milliseconds) => (long)Math.Round(milliseconds / 100d, MidpointRounding.AwayFromZero) * 100;

    private double? Mature(KpiReport report)
    {
        var days = report.Days.Where(day => day.Date < today.AddDays(-MaturingDays)).Select(day => day.Conversion).ToList();
        var cases = days.Sum(share => share.N);
        return cases == 0 ? null : (double)days.Sum(share => share.K) / cases;
    }

    private string? NothingBefore(bool nothing) => nothing ? text["NothingBefore"].Value : null;

    private string Interval(Share share) =>
        share is { Low: { } low, High: { } high } ? text["Interval", Formats.Percent(low), Formats.Percent(high)].Value : "";

    private List<double?> Trend(Func<KpiReport.Day, Share> share) => [.. now.Days.Select(day => share(day).Value)];
}
