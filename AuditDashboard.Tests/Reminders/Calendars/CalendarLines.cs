using System.Text;

namespace AuditDashboard.Tests.Reminders.Calendars;

/// <summary>A strict reader of RFC 5545 section 3: whatever a careful calendar might refuse fails here.</summary>
internal static class CalendarLines
{
    private const int MostOctets = 75;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly string[] Parts = ["VCALENDAR", "VEVENT"];
    private static readonly string[] Texts = ["SUMMARY", "DESCRIPTION", "LOCATION", "NAME", "X-WR-CALNAME"];

    /// <summary>The events' properties by name, their texts unescaped; the calendar's own come first.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(byte[] file)
    {
        List<Dictionary<string, string>> parts = [[]];
        Stack<string> open = [];
        foreach (var line in Unfold(file))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Assert.True(colon > 0, $"No name in: {line}");
            var (name, value) = (line[..colon].Split(';')[0], line[(colon + 1)..]);
            Assert.Matches("^[A-Z0-9-]+$", name);
            if (name == "BEGIN")
            {
                open.Push(value);
                Assert.Contains(value, Parts);
                parts.AddRange(value == "VEVENT" ? [[]] : Array.Empty<Dictionary<string, string>>());
            }
            else if (name == "END")
            {
                Assert.Equal(open.Pop(), value);
            }
            else
            {
                Assert.True(parts[open.Peek() == "VEVENT" ? ^1 : 0].TryAdd(name, Texts.Contains(name) ? Unescape(value) : value), $"Twice: {name}");
            }
        }

        Assert.Empty(open);
        return parts;
    }

    private static List<string> Unfold(byte[] file)
    {
        List<string> lines = [];
        var begin = 0;
        for (var i = 0; i < file.Length; i++)
        {
            Assert.False(file[i] == '\r' && (i + 1 == file.Length || file[i + 1] != '\n'), "A carriage return alone");
            Assert.False(file[i] == '\n' && (i == 0 || file[i - 1] != '\r'), "A line feed alone");
            if (file[i] == '\n')
            {
                Add(lines, file.AsSpan(begin..(i - 1)));
                begin = i + 1;
            }
        }

        Assert.Equal(file.Length, begin);
        return lines;
    }

    private static void Add(List<string> lines, ReadOnlySpan<byte> octets)
    {
        Assert.InRange(octets.Length, 1, MostOctets);
        var line = Strict.GetString(octets);
        if (line[0] is ' ' or '\t')
        {
            lines[^1] += line[1..];
        }
        else
        {
            lines.Add(line);
        }
    }

    private static string Unescape(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            Assert.False(value[i] is ',' or ';', $"Not escaped: {value}");
            text.Append(value[i] != '\\' ? value[i] : value[++i] switch
            {
                'n' or 'N' => '\n',
                '\\' or ',' or ';' => value[i],
                var other => throw new FormatException($"\\{other} is no escape: {value}"),
            });
        }

        return text.ToString();
    }
}
