using System.Globalization;
using System.Resources;
using AuditDashboard.Foundation;

namespace AuditDashboard.Storage.Starting;

/// <summary>
/// Why the data folder cannot be used, in one line for the operator. Nobody has chosen a language on a console, so the line says it in Russian and
/// then in English.
/// </summary>
internal static class StartProblem
{
    private static readonly ResourceManager Words = new(typeof(StorageText));
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("ru-RU"), CultureInfo.GetCultureInfo("en-US")];

    /// <param name="sentences">Keys of <see cref="StorageText"/> with what they need.</param>
    public static ConfigurationProblem Of(params (string Key, object[] Arguments)[] sentences) => new(string.Join(
        " / ", Languages.Select(language => string.Join(' ', sentences.Select(sentence => string.Format(language, Words.GetString(sentence.Key, language)!, sentence.Arguments))))));
}
