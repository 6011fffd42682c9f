using System.Globalization;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.Rules;

/// <summary>Words for the salon's clients: Russian, whatever language the machine or the viewer speaks.</summary>
internal sealed class ClientWords(IStringLocalizer<RemindersText> text)
{
    public static readonly CultureInfo Language = CultureInfo.GetCultureInfo("ru-RU");

    public string Of(string key) => Of(text, key);

    /// <param name="words">Others than the usual ones.</param>
    public static string Of(IStringLocalizer words, string key)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Language;
        try
        {
            return words[key].Value;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    /// <param name="answer">ok | no | mv</param>
    public string Notice(string answer) => Of(answer switch { "ok" => "NoticeConfirmed", "no" => "NoticeDeclined", _ => "NoticeMove" });
}
