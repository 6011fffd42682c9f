using System.Globalization;
using System.Resources;

namespace AuditDashboard.Ui;

/// <summary>The shared words where no component is: units, months and the like, in the current UI culture.</summary>
internal static class UiWords
{
    private static readonly ResourceManager Source = new(typeof(UiText));

    public static string Get(string key) =>
        Source.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"{nameof(UiText)} has no {key}");

    public static string Get(string key, params object[] arguments) => string.Format(CultureInfo.CurrentCulture, Get(key), arguments);
}
