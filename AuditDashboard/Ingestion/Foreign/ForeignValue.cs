using System.Globalization;
using System.Text;

namespace AuditDashboard.Ingestion.Foreign;

/// <summary>
/// A value of somebody else's body, whatever encoding it came in: text, number, true/false, list or object. Reading a member that is not there, or is
/// something else, gives <see cref="None"/> or null and never throws.
/// </summary>
internal sealed class ForeignValue(object? value)
{
    public static readonly ForeignValue None = new(null);

    private static readonly Dictionary<string, ForeignValue> NoMembers = [];

    public string? Text => value as string;

    public bool? Flag => value as bool?;

    public bool IsNone => value is null;

    public bool IsObject => value is Dictionary<string, ForeignValue>;

    public bool IsList => value is List<ForeignValue>;

    public IReadOnlyList<ForeignValue> Items => value as List<ForeignValue> ?? [];

    public IReadOnlyDictionary<string, ForeignValue> Members => value as Dictionary<string, ForeignValue> ?? NoMembers;

    public ForeignValue this[string name] => Members.TryGetValue(name, out var member) ? member : None;

    /// <summary>Text, or a number written as text: ids come as either.</summary>
    public string? Words => value switch
    {
        string { Length: > 0 } text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>A whole number, also one that came as text.</summary>
    public long? Whole => value switch
    {
        long number => number,
        double number when Math.Abs(number) < 1e15 && number == Math.Truncate(number) => (long)number,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>A finite number, also one that came as text.</summary>
    public double? Number => value switch
    {
        long number => number,
        double number => number,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    /// <summary>What a text holds when it is JSON of a list or an object; else the value itself.</summary>
    public ForeignValue Unpacked =>
        value is string text && text.AsSpan().TrimStart() is ['[' or '{', ..] ? ForeignJson.Parse(Encoding.UTF8.GetBytes(text)) ?? this : this;

    /// <summary>The first of these members that says something.</summary>
    public string? FirstWords(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name].Words is { } words)
            {
                return words;
            }
        }

        return null;
    }
}
