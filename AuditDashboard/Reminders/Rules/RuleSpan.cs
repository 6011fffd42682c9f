using System.Globalization;

namespace AuditDashboard.Reminders.Rules;

/// <summary>How long before a visit: <c>24:00:00</c>, <c>1.12:00:00</c>, <c>00:30</c>. Hours may be any number: TimeSpan itself would read 24:00:00 as 24 days.</summary>
internal static class RuleSpan
{
    public static TimeSpan? Parse(string? text)
    {
        var parts = (text ?? "").Trim().Split(':');
        var head = parts[0].Split('.');
        if (parts.Length is < 2 or > 3 || head.Length > 2)
        {
            return null;
        }

        int?[] numbers = [.. head.Concat(parts.Skip(1)).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 10_000 ? number : (int?)null)];
        if (numbers.Any(number => number is null))
        {
            return null;
        }

        var days = head.Length == 2 ? numbers[0]!.Value : 0;
        var rest = numbers[(head.Length - 1)..];
        return new TimeSpan(days, rest[0]!.Value, rest[1]!.Value, rest.Length > 2 ? rest[2]!.Value : 0);
    }

    /// <summary>The rule's name in lists and keys: <c>24h</c>, <c>3h</c>, <c>90m</c>.</summary>
    public static string Name(TimeSpan before) =>
        before.Ticks % TimeSpan.TicksPerHour == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{(long)before.TotalHours}h")
            : string.Create(CultureInfo.InvariantCulture, $"{(long)before.TotalMinutes}m");

    /// <summary>The span behind a name as <see cref="Name"/> makes it; null where it is another's.</summary>
    public static TimeSpan? OfName(string name) =>
        name.Length is < 2 or > 6 || !int.TryParse(name[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
        : name[^1] switch { 'h' => TimeSpan.FromHours(number), 'm' => TimeSpan.FromMinutes(number), _ => null };
}
