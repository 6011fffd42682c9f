using System.Globalization;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Settings.Salon;

/// <summary>The zones that are offered: Russia's, by their largest city, and whatever is set already.</summary>
internal static class Zones
{
    private static readonly string[] Offered =
    [
        "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Krasnoyarsk",
        "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
    ];

    /// <summary>Ids and words like <c>Москва (UTC+3)</c>, west to east.</summary>
    public static IReadOnlyList<(string Id, string Words)> For(string? current, IStringLocalizer<SettingsText> text, DateTimeOffset now)
    {
        var ids = current is null or "" || Offered.Contains(current) ? Offered : [.. Offered, current];
        return [.. ids.Where(SalonRules.IsZone).Select(id => (id, $"{City(id, text)} ({Offset(id, now)})"))];
    }

    private static string City(string id, IStringLocalizer<SettingsText> text)
    {
        var words = text[$"Zone_{id.Split('/')[^1]}"];
        return words.ResourceNotFound ? id : words;
    }

    private static string Offset(string id, DateTimeOffset now)
    {
        var offset = TimeZoneInfo.FindSystemTimeZoneById(id).GetUtcOffset(now);
        var minutes = offset.Minutes == 0 ? "" : offset.ToString(@"\:mm", CultureInfo.InvariantCulture);
        return $"UTC{(offset < TimeSpan.Zero ? '−' : '+')}{Math.Abs(offset.Hours).ToString(CultureInfo.InvariantCulture)}{minutes}";
    }
}
