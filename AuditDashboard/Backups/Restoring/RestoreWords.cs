using System.Globalization;
using System.Resources;
using AuditDashboard.Backups.Sealing;

namespace AuditDashboard.Backups.Restoring;

/// <summary>What the command line says: nobody has chosen a language there, so in Russian and then in English.</summary>
internal static class RestoreWords
{
    private static readonly ResourceManager Words = new(typeof(BackupsText));
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("ru-RU"), CultureInfo.GetCultureInfo("en-US")];

    /// <param name="key">Without its beginning, <c>Command_</c>.</param>
    public static string Of(string key, params object[] arguments) =>
        string.Join(" / ", Languages.Select(language => string.Format(language, Words.GetString($"Command_{key}", language)!, arguments)));

    public static string Of(BackupProblem problem) => Of(problem.Code.Replace('.', '_'), problem.File);
}
