using System.Globalization;
using System.Resources;

namespace AuditDashboard.Digest.Chats;

/// <summary>The languages an owner is written to in: what is sent is said in the reader's language, whoever looks at a page meanwhile.</summary>
internal static class Speech
{
    public static readonly string Russian = "ru";
    public static readonly string English = "en";

    private static readonly ResourceManager Source = new(typeof(DigestText));

    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English ? English : Russian;

    public static CultureInfo CultureOf(string language) => CultureInfo.GetCultureInfo(language == English ? "en-US" : "ru-RU");

    /// <summary>For the rest of the asynchronous method that calls it; its caller goes on in its own language.</summary>
    public static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureOf(language);

    public static string SayIn(string language, string key, params object[] arguments)
    {
        var culture = CultureOf(language);
        return string.Format(culture, Source.GetString(key, culture) ?? throw new MissingManifestResourceException($"{nameof(DigestText)} has no {key}"), arguments);
    }

    /// <summary>In the language that is spoken now.</summary>
    public static string Say(string key, params object[] arguments) => SayIn(Current, key, arguments);
}
