using System.Globalization;
using System.Resources;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Words written into the portal: always in the salon's language, whoever's thread it is.</summary>
internal static class CrmWords
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly ResourceManager Source = new(typeof(CrmText));

    public static CultureInfo Culture => Russian;

    public static string Get(string key, params object?[] arguments) =>
        string.Format(Russian, Source.GetString(key, Russian) ?? throw new MissingManifestResourceException($"{nameof(CrmText)} has no {key}"), arguments);

    public static string? Find(string key) => Source.GetString(key, Russian);
}
