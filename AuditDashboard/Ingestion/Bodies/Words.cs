namespace AuditDashboard.Ingestion.Bodies;

/// <summary>What is wrong with an envelope, in words for the bot's author (the API's language, as in the judge of events).</summary>
internal static class Words
{
    public static readonly IReadOnlyDictionary<string, string[]> None = new Dictionary<string, string[]>();

    public static readonly string Object = "объект";
    public static readonly string Unreadable = "JSON не читается или ключ встречается дважды";
    public static readonly string Text = "непустая строка";
    public static readonly string SpecVersion = "1.0";
    public static readonly string TooLarge = "событие не больше 256 КиБ";

    public static IReadOnlyDictionary<string, string[]> At(string pointer, string words) => new Dictionary<string, string[]> { [pointer] = [words] };
}
