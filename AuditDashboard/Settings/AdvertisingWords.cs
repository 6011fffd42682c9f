using System.Text.RegularExpressions;

namespace AuditDashboard.Settings;

/// <summary>
/// Finds what turns a message about a visit into advertising: words of promotion, discounts, links. Such a text may not go out as a service message
/// (38-FZ article 18: the burden of proof is the sender's).
/// </summary>
public static partial class AdvertisingWords
{
    /// <summary>The words that were found, each once; none in a clean text.</summary>
    public static IReadOnlyList<string> Find(string text) =>
        [.. Promotion().Matches(text).Concat(Discount().Matches(text)).Concat(Link().Matches(text)).Select(match => match.Value.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex(
        @"(?<!\w)(акци[яюией]\w*|скидк\w*|скидочн\w*|распродаж\w*|промокод\w*|бесплатн\w*|подар(ок|к|им|ки|ков)\w*|бонус\w*|кэшб[эе]к\w*|спецпредложен\w*|спец\.?\s*цен\w*|выгодн\w*|дешевле|розыгрыш\w*|сертификат\w*|только\s+сегодня|успей\w*|новинк\w*|приведи\s+друга|sale|discount\w*|promo\w*|free|gift\w*|cashback)(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Promotion();

    [GeneratedRegex(@"[-−–]\s?\d{1,2}\s?%|\d{1,2}\s?%", RegexOptions.CultureInvariant)]
    private static partial Regex Discount();

    [GeneratedRegex(@"https?://\S+|(?<!\w)www\.\S+|(?<![\w@.])[a-zа-я0-9-]+\.(ru|рф|com|su|me|org|net|io|link|site|shop)(/\S*)?(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
