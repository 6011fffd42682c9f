using System.Globalization;
using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Salon;

namespace AuditDashboard.Demo.Words;

/// <summary>What the phrases of one conversation speak of.</summary>
internal sealed class Facts
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly string[] Accusative = ["воскресенье", "понедельник", "вторник", "среду", "четверг", "пятницу", "субботу"];

    private static readonly string[] Months =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    private readonly Dictionary<string, string> _values = [];

    public Facts(Person person, Treatment service, DemoMaster master, DateTimeOffset start, DemoRandom random)
    {
        var branch = DemoBranch.Of(master.Branch);
        _values["{service}"] = service.Name;
        _values["{serviceLower}"] = service.Name.ToLower(Russian);
        _values["{serviceAcc}"] = service.Accusative;
        _values["{step}"] = service.Step;
        _values["{price}"] = service.Price.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');
        _values["{minutes}"] = service.Minutes.ToString(CultureInfo.InvariantCulture);
        _values["{master}"] = master.Name;
        _values["{masterGen}"] = master.Genitive;
        _values["{masterDat}"] = master.Dative;
        _values["{branch}"] = branch.Name;
        _values["{address}"] = branch.Address;
        _values["{name}"] = person.Name.Split(' ')[0];
        _values["{phone}"] = person.Phone is { } phone ? $"+7 {phone[2..5]} {phone[5..8]}-{phone[8..10]}-{phone[10..]}" : "";
        Visit("", start);
        _values["{time2}"] = Time(start.AddMinutes(start.Hour >= 17 ? -30 * random.Between(2, 6) : 30 * random.Between(2, 6)));
    }

    /// <summary>The visit a conversation is about: with the prefix <c>old</c>, the one that is being moved or cancelled.</summary>
    public void Visit(string prefix, DateTimeOffset start)
    {
        var local = start.ToOffset(DemoSalon.Offset);
        var day = Accusative[(int)local.DayOfWeek];
        Set(prefix, "date", $"{local.Day} {Months[local.Month - 1]}");
        Set(prefix, "time", Time(local));
        Set(prefix, "day", day);
        Set(prefix, "onDay", (local.DayOfWeek == DayOfWeek.Tuesday ? "во " : "в ") + day);
    }

    public string Step(string step) => step == "{step}" ? _values[step] : step;

    public string Fill(string phrase)
    {
        var open = phrase.IndexOf('{', StringComparison.Ordinal);
        while (open >= 0)
        {
            var close = phrase.IndexOf('}', open);
            var value = _values[phrase[open..(close + 1)]];
            phrase = string.Concat(phrase.AsSpan(0, open), value, phrase.AsSpan(close + 1));
            open = phrase.IndexOf('{', open + value.Length);
        }

        return phrase;
    }

    private static string Time(DateTimeOffset moment) => moment.ToString("HH:mm", CultureInfo.InvariantCulture);

    private void Set(string prefix, string name, string value) =>
        _values[prefix.Length == 0 ? $"{{{name}}}" : $"{{{prefix}{char.ToUpperInvariant(name[0])}{name[1..]}}}"] = value;
}
