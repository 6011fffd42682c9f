using MudBlazor;

namespace AuditDashboard.Ui;

/// <summary>The component library in the product's colours and type. The same values stand in <c>css/tokens.css</c>, the source for own parts.</summary>
public static class SalonTheme
{
    public static readonly MudTheme Value = new()
    {
        PaletteLight = SalonPalettes.Light,
        PaletteDark = SalonPalettes.Dark,
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px", DrawerWidthLeft = "232px" },
        Typography = new Typography
        {
            Default = Style(new DefaultTypography(), ".875rem", "400", "1.43"),
            H1 = Style(new H1Typography(), "1.375rem", "650", "1.27"),
            H2 = Style(new H2Typography(), "1rem", "600", "1.4"),
            H3 = Style(new H3Typography(), ".875rem", "600", "1.43"),
            H6 = Style(new H6Typography(), "1rem", "600", "1.4"),
            Subtitle1 = Style(new Subtitle1Typography(), ".875rem", "500", "1.43"),
            Subtitle2 = Style(new Subtitle2Typography(), ".8125rem", "500", "1.4"),
            Body1 = Style(new Body1Typography(), ".875rem", "400", "1.43"),
            Body2 = Style(new Body2Typography(), ".8125rem", "400", "1.4"),
            Button = Style(new ButtonTypography(), ".8125rem", "550", "1.5"),
            Caption = Style(new CaptionTypography(), ".75rem", "400", "1.4"),
        },
    };

    private static T Style<T>(T typography, string size, string weight, string line)
        where T : BaseTypography
    {
        typography.FontFamily = ["Inter", "Segoe UI", "system-ui", "sans-serif"];
        typography.FontSize = size;
        typography.FontWeight = weight;
        typography.LineHeight = line;
        typography.LetterSpacing = "normal";
        typography.TextTransform = "none";
        return typography;
    }
}
