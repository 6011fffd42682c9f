using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Ui;

/// <summary>The component library's own words in the viewer's language; what it adds later stays English until translated.</summary>
public sealed class RuMudLocalizer : MudLocalizer
{
    private static readonly ResourceManager Words = new("AuditDashboard.Ui.MudWords", typeof(RuMudLocalizer).Assembly);

    public override LocalizedString this[string key]
    {
        get
        {
            var words = Words.GetString(key, CultureInfo.CurrentUICulture);
            return new LocalizedString(key, words ?? key, resourceNotFound: words is null);
        }
    }

    public override LocalizedString this[string key, params object[] arguments]
    {
        get
        {
            var words = this[key];
            return words.ResourceNotFound ? words : new LocalizedString(key, string.Format(CultureInfo.CurrentCulture, words.Value, arguments));
        }
    }
}
