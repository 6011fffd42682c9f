using System.Globalization;
using AuditDashboard.Ingestion.Foreign;

namespace AuditDashboard.Ingestion.Frameworks;

/// <summary>Numbers of home-made tools: as numbers, as text, with a decimal comma, with spaces between thousands.</summary>
internal static class FlatNumber
{
    /// <summary>Null where it is no number.</summary>
    public static double? Parse(ForeignValue value) => value.Number ?? (
        value.Text is { } text
        && double.TryParse(text.Replace("\u00A0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null);

    /// <summary>Null where it is no whole number from 0.</summary>
    public static long? Whole(ForeignValue value) => Parse(value) is { } number and >= 0 and < 1e12 ? (long)Math.Round(number) : null;
}
