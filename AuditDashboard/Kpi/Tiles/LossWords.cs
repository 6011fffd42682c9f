using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>B2 and K16 in words; roubles only for those who may see them.</summary>
internal sealed class LossWords(IStringLocalizer<OverviewText> text, KpiPlace place, bool showsMoney)
{
    public Overview.Lost Losses(KpiOverview numbers)
    {
        var money = numbers.LostMoney;
        var reasons = numbers.Losses.Select(loss => new RankList.Place(
            CodeWords.Reason(text, loss.Reason), showsMoney && loss.Kopecks is { } kopecks ? text["About", Roubles(kopecks)].Value : null,
            Formats.Count(loss.Count), Tone.Flat, place.Rows(KpiNumber.Losses, loss.Reason))).ToList();
        var maturing = numbers.Now.Conversion.Maturing;
        var nothing = text[maturing > 0 ? "TooYoung" : "NothingLost"];
        return showsMoney && money.AverageKopecks is not null
            ? new Overview.Lost(Roubles(money.TotalKopecks), Lines(money, maturing), reasons, nothing, How(money))
            : new Overview.Lost(null, [], reasons, nothing, text[showsMoney ? "NoPrices" : "LossesHow"]);
    }

    /// <summary>What a tenth of the lost needs would bring; null where nobody knows or may know.</summary>
    public string? Promise(KpiOverview numbers) =>
        showsMoney && numbers.LostMoney.TenthKopecks is > 0 and var tenth ? text["Promise", Roubles(tenth)].Value : null;

    public static string Roubles(long kopecks) => Formats.Money((long)Math.Round(kopecks / 100d, MidpointRounding.AwayFromZero) * 100);

    private List<RankList.Place> Lines(KpiOverview.Money money, long maturing) =>
    [
        Line("LostNeeds", money.LostNeeds, money.LostNeedsKopecks ?? 0, KpiNumber.Losses, maturing > 0 ? text["Maturing", Formats.Count(maturing)] : ""),
        Line("LostNoShows", money.NoShows, money.NoShowKopecks, KpiNumber.NoShows),
        Line("LostLate", money.LateCancellations, money.LateCancellationsKopecks, KpiNumber.CancelledLate),
        .. money.StaffKopecks is { } staff
            ? [new RankList.Place(text["StaffTime"], Formats.Duration(TimeSpan.FromMilliseconds(money.StaffMs)), Roubles(staff), Tone.Flat, place.Rows(KpiNumber.HumanSessions))]
            : Array.Empty<RankList.Place>(),
    ];

    private RankList.Place Line(string key, long count, long kopecks, KpiNumber number, string more = "") =>
        new(text[key], text["Cases", Formats.Count(count)] + more, Roubles(kopecks), Tone.Bad, place.Rows(number));

    private string How(KpiOverview.Money money) => text[
        "MoneyHow", Formats.Count(money.LostNeeds), Roubles(money.AverageKopecks ?? 0), Formats.Percent(money.Norm.Value), Formats.Count(money.PricedBookings),
        Formats.Count(money.Norm.N)];
}
