using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Numbers of two periods as tiles. A zero denominator gives no value, never 0 %.</summary>
internal sealed class TileWords(IStringLocalizer<OverviewText> text, KpiOverview numbers, KpiPlace place, DateOnly today)
{
    /// <summary>A need has 7 days to become a booking (K2): younger days are left out of comparisons and of the line.</summary>
    private const int MaturingDays = 7;

    public IReadOnlyList<Overview.Tile> All() => [ResponseTime(), Conversion(), AutoClosed(), NoShows(), Escalations(), Confirmation()];

    private Overview.Tile ResponseTime()
    {
        var (current, earlier) = (numbers.Now.ResponseTime, numbers.Before.ResponseTime);
        var change = current.P50Ms is { } p50 && earlier.P50Ms is { } past
            ? new Delta(Rounded(p50) - Rounded(past), Formats.Seconds(Math.Abs(Rounded(p50) - Rounded(past))), LowerIsBetter: true)
            : null;
        var help = text["ResponseHelp"] + Interval(current.Within)
            + text["ResponseGoal", InTime(current), Formats.Percent(current.Aim, 0)] + text["ResponseHelpRest", Formats.Seconds(current.P90Ms), Formats.Seconds(current.P95Ms), Formats.Count(current.Unanswered)]
            + Others(numbers.Now.Answers);
        return new Overview.Tile(
            "kpi-response-time", text["ResponseTime"], current.P50Ms is { } shown ? Formats.SecondsNumber(shown) : null, Formats.SecondsUnit,
            text["ResponseNote", Formats.Percent(current.Within.Value, 0), Formats.Count(current.Within.N), InTime(current)], help, current.Within.N, change,
            NothingBefore(earlier.P50Ms is null), Line(day => day.P50Ms / 1000d, today), place.Rows(KpiNumber.AssistantTurns), current.ThresholdMs / 1000d);
    }

    /// <summary>K1c, K1d and K1e, where there is something to say.</summary>
    private string Others(KpiReport.Answering answers) =>
        (answers.First.N == 0 ? "" : text["FirstAnswerHelp", Formats.Percent(answers.First.Value, 0), Formats.Count(answers.First.N), Formats.Seconds(answers.FirstP50Ms)].Value)
        + (answers.In5.N == 0 ? "" : text["HumanReplyHelp", Formats.Percent(answers.In5.Value, 0), Formats.Percent(answers.In15.Value, 0), Formats.Percent(answers.In60.Value, 0),
            Formats.Count(answers.In5.N), Waited(answers.HumanP50Ms), Waited(answers.HumanP90Ms)].Value)
        + (answers.Delivered == 0 ? "" : text["DeliveryHelp", Formats.Seconds(answers.DeliveryP50Ms), Formats.Count(answers.Delivered)].Value);

    private static string Waited(long? milliseconds) => milliseconds is { } known ? Formats.Duration(TimeSpan.FromMilliseconds(known)) : Formats.Absent;

    private static string InTime(KpiReport.Response response) => Formats.Duration(TimeSpan.FromMilliseconds(response.ThresholdMs));

    private Overview.Tile Conversion()
    {
        var (tile, maturing) = (Of(KpiOverview.Kpi.Conversion), numbers.Now.Conversion.Maturing);
        var note = Cases("ConversionNote", tile.Now) + (maturing > 0 ? text["Maturing", Formats.Count(maturing)] : "");
        var isYoung = tile.Compared.N == 0 && tile.Now.N > 0;
        return Shown(tile, "kpi-conversion", text["Conversion"], note, text["ConversionHelp"], today.AddDays(-MaturingDays), isYoung ? text["StillMaturing"].Value : null);
    }

    private Overview.Tile AutoClosed()
    {
        var (tile, closed) = (Of(KpiOverview.Kpi.AutoClosed), numbers.Now.AutoClosed);
        var help = text["AutoClosedHelp", Formats.Count(closed.Confirmed), Formats.Count(closed.Assumed)];
        return Shown(tile, "kpi-auto-closed", text["AutoClosed"], Cases("OfDialogs", tile.Now), help, today);
    }

    private Overview.Tile NoShows()
    {
        var (tile, missed) = (Of(KpiOverview.Kpi.NoShow), numbers.Now.NoShow);
        var help = text["NoShowsHelp", Formats.Percent(missed.Coverage, 0), Formats.Count(missed.Unmarked)];
        return Shown(tile, "kpi-no-shows", text["NoShows"], Cases("OfVisits", tile.Now), help, today);
    }

    private Overview.Tile Escalations()
    {
        var tile = Of(KpiOverview.Kpi.Escalations);
        return Shown(tile, "kpi-escalations", text["Escalations"], Cases("OfDialogs", tile.Now), text["EscalationsHelp", Formats.Count(numbers.Now.Escalations.Lost)] + Useless(numbers.Now.Escalations.Useless), today);
    }

    private string Useless(Share share) => share.K == 0 ? "" : text["UselessHelp", Formats.Count(share.K), Formats.Percent(share.Value, 0)].Value;

    private Overview.Tile Confirmation()
    {
        var (tile, asked) = (Of(KpiOverview.Kpi.Confirmation), numbers.Now.Confirmation);
        var help = text["ConfirmationHelp", Formats.Count(asked.Declined), Formats.Count(asked.Silent), Formats.Count(asked.Undelivered)];
        return Shown(tile, "kpi-confirmation", text["Confirmation"], Cases("OfVisits", tile.Now), help, today);
    }

    /// <param name="until">The first date that is not drawn: its cases may still change.</param>
    private Overview.Tile Shown(KpiOverview.Tile tile, string testId, string label, string note, string help, DateOnly until, string? why = null)
    {
        var first = place.Period.First;
        var trend = tile.Days.Select((share, day) => IsDrawn(first.AddDays(day), until) && share.Value is { } value ? (double?)Math.Round(value, 3) : null);
        return new Overview.Tile(
            testId, label, tile.Now.Value is { } shown ? Formats.Percents(shown) : null, "%", note, help + Interval(tile.Now), tile.Now.N,
            Change(tile), why ?? NothingBefore(tile.ComparedBefore.Value is null), [.. trend], place.Rows(tile.Hits));
    }

    // The change is the difference of what is shown, so that nobody finds 1,8 − 1,4 = 0,3.
    private static Delta? Change(KpiOverview.Tile tile)
    {
        if (tile.Compared.Value is not { } current || tile.ComparedBefore.Value is not { } past)
        {
            return null;
        }

        var difference = (Math.Round(current * 1000) - Math.Round(past * 1000)) / 1000;
        return new Delta(difference, Formats.Points(difference), tile.LowerIsBetter);
    }

    private List<double?> Line(Func<KpiReport.Day, double?> value, DateOnly until) =>
        [.. numbers.Now.Days.Select(day => IsDrawn(day.Date, until) && value(day) is { } known ? (double?)Math.Round(known, 2) : null)];

    private bool IsDrawn(DateOnly day, DateOnly until) => day < until || (place.Period.Days == 1 && until == today);

    private KpiOverview.Tile Of(KpiOverview.Kpi kpi) => numbers.Tiles.First(tile => tile.Kpi == kpi);

    private string Cases(string key, Share share) => text[key, Formats.Count(share.K), Formats.Count(share.N)];

    private static long Rounded(long milliseconds) => (long)Math.Round(milliseconds / 100d, MidpointRounding.AwayFromZero) * 100;

    private string? NothingBefore(bool nothing) => nothing ? text["NothingBefore"].Value : null;

    private string Interval(Share share) =>
        share is { Low: { } low, High: { } high } ? text["Interval", Formats.Percent(low), Formats.Percent(high)].Value : "";
}
