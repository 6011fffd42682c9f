using System.Globalization;

namespace AuditDashboard.Ui;

/// <summary>The form of a noun after a number: Russian 1 / 2–4 / 5+ (11–14 belong to the last), English 1 / other (the second form).</summary>
public static class Plural
{
    public static string Of(long count, string one, string few, string many)
    {
        var n = Math.Abs(count);
        if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "ru")
        {
            return n == 1 ? one : few;
        }

        return (n % 10, n % 100) switch
        {
            (_, >= 11 and <= 14) => many,
            (1, _) => one,
            ( >= 2 and <= 4, _) => few,
            _ => many,
        };
    }
}
