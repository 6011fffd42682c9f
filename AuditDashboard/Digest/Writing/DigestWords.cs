using System.Globalization;
using System.Text;
using AuditDashboard.Digest.Chats;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Digest.Writing;

/// <summary>The digest in words, in the language that is spoken now; short enough for any messenger.</summary>
internal static class DigestWords
{
    private const int MostWaiting = 8;
    private const int LongestLine = 200;

    /// <param name="checkpoint">The signed note; null while the log is broken.</param>
    /// <param name="address">Of the application, without a slash at its end; null = not known.</param>
    public static string Of(string salon, SalonClock clock, DayNumbers numbers, IReadOnlyList<Attention> waiting, string? checkpoint, string? address)
    {
        var text = new StringBuilder();
        text.Append(Speech.Say("Heading", salon.Length == 0 ? Speech.Say("Salon") : salon, Dates.DayWithWeekday(numbers.Day))).Append("\n\n");
        foreach (var line in Numbers(numbers))
        {
            text.Append(line).Append('\n');
        }

        foreach (var line in Reading(clock, numbers.Reading, address))
        {
            text.Append(line).Append('\n');
        }

        if (numbers.Advice is { } advice)
        {
            text.Append('\n').Append(Speech.Say($"Advice_{advice.Reason}", Formats.Count(advice.Count))).Append('\n');
        }

        text.Append('\n').Append(Speech.Say(waiting.Count == 0 ? "NothingWaits" : "Waits")).Append('\n');
        foreach (var item in waiting.Take(MostWaiting))
        {
            text.Append(Line(item)).Append('\n');
        }

        text.Append('\n').Append(checkpoint is null ? Speech.Say("NoAnchor") : $"{Speech.Say("Anchor")}\n{checkpoint.Trim()}").Append('\n');
        return (address is null ? text : text.Append('\n').Append(address).Append('\n')).ToString().TrimEnd();
    }

    /// <summary>«• Жалобы без ответа: 2. Самая давняя ждёт 3 ч».</summary>
    public static string Line(Attention item)
    {
        var line = $"{(item.Tone == Tone.Bad ? "❗" : "•")} {Begin(item.Title)}: {Formats.Count(item.Count)}. {Begin(item.Detail)}";
        return line.Length <= LongestLine ? line : line[..(LongestLine - 1)] + "…";
    }

    /// <summary>On the start page such words follow a number; here they begin a sentence.</summary>
    private static string Begin(string words) => words.Length == 0 ? "" : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];

    private static IEnumerable<string> Numbers(DayNumbers numbers)
    {
        var day = numbers.Yesterday;
        if (day.Volume.Sessions == 0 && day.Volume.Bookings == 0 && day.NoShow.Share.N == 0)
        {
            yield return Speech.Say("QuietDay");
            yield break;
        }

        yield return Speech.Say("Sessions", Formats.Count(day.Volume.Sessions)) + Usual(numbers.Usual(report => report.Volume.Sessions));
        yield return Speech.Say("InTime", Formats.Percent(day.ResponseTime.Within.Value, 0))
            + (numbers.UsualDays > 0 && numbers.Before.ResponseTime.Within.Value is { } share ? Speech.Say("UsualWords", Formats.Percent(share, 0)) : "")
            + (day.ResponseTime.Unanswered > 0 ? Speech.Say("Unanswered", Formats.Count(day.ResponseTime.Unanswered)) : "");
        yield return Speech.Say("Bookings", Formats.Count(day.Volume.Bookings)) + Usual(numbers.Usual(report => report.Volume.Bookings))
            + (numbers.BookedKopecks > 0 ? Speech.Say("Worth", Formats.Money(Roubles(numbers.BookedKopecks))) : "");
        yield return Speech.Say("NoShows", Formats.Count(day.NoShow.Share.K)) + Usual(numbers.Usual(report => report.NoShow.Share.K));
        yield return Speech.Say("Escalations", Formats.Count(day.Escalations.Share.K)) + Usual(numbers.Usual(report => report.Escalations.Share.K))
            + (day.Escalations.Lost > 0 ? Speech.Say("EscalationsLost", Formats.Count(day.Escalations.Lost)) : "");
        if (numbers.LostKopecks > 0)
        {
            yield return Speech.Say("Lost", Formats.Money(Roubles(numbers.LostKopecks)));
        }
    }

    private static IEnumerable<string> Reading(SalonClock clock, IReadOnlyList<WorthReading> dialogs, string? address)
    {
        if (dialogs.Count > 0)
        {
            yield return "\n" + Speech.Say("Reading");
        }

        foreach (var dialog in dialogs)
        {
            var where = dialog.Channel is { } channel ? $", {ChannelNames.Of(channel)}" : "";
            yield return $"• {Dates.Time(clock, dialog.At)}{where}: {Speech.Say($"Why_{dialog.Why}")}" + (address is null ? "" : $"\n  {address}/dialogs/{dialog.Session}");
        }
    }

    private static string Usual(double? mean) =>
        mean is { } value ? Speech.Say("UsualWords", value < 10 ? Formats.Number(value, 1) : Formats.Count((long)Math.Round(value))) : "";

    /// <summary>Whole roubles: nobody reads the kopecks of a day.</summary>
    private static long Roubles(long kopecks) => (kopecks + 50) / 100 * 100;
}
