using System.Globalization;

namespace AuditDashboard.Foundation;

/// <summary>A set of whole numbers from 0 on, kept and written as ranges: <c>3-7,9</c>.</summary>
public sealed class NumberRanges
{
    private List<(long From, long To)> _ranges = [];
    private bool _isMessy;

    public bool IsEmpty => _ranges.Count == 0;

    /// <summary>What was written by <see cref="ToString"/>; null where the text is something else.</summary>
    public static NumberRanges? Parse(string text)
    {
        var ranges = new NumberRanges();
        foreach (var range in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var dash = range.IndexOf('-', StringComparison.Ordinal);
            if (!Number(dash < 0 ? range : range[..dash], out var from) || !Number(range[(dash + 1)..], out var to) || to < from)
            {
                return null;
            }

            ranges.Add(from, to);
        }

        return ranges;
    }

    public void Add(long number) => Add(number, number);

    /// <summary>Both ends belong to it.</summary>
    public void Add(long from, long to)
    {
        if (_ranges is [.., var last] && from == last.To + 1)
        {
            _ranges[^1] = (last.From, to);
            return;
        }

        _isMessy |= _ranges is [.., var before] && from <= before.To;
        _ranges.Add((from, to));
    }

    public void Add(IEnumerable<long> numbers)
    {
        foreach (var number in numbers)
        {
            Add(number);
        }
    }

    public void Add(NumberRanges others) => others._ranges.ForEach(range => Add(range.From, range.To));

    public bool Contains(long number)
    {
        Tidy();
        var at = _ranges.BinarySearch((number, long.MaxValue));
        return ~at > 0 && _ranges[~at - 1].To >= number;
    }

    /// <summary>Ascending ranges, apart from each other, in texts of about so many characters.</summary>
    public IEnumerable<string> Parts(int mostCharacters)
    {
        Tidy();
        const int longestRange = 40;
        return _ranges.Chunk(Math.Max(1, mostCharacters / longestRange)).Select(some => string.Join(',', some.Select(Text)));
    }

    public override string ToString()
    {
        Tidy();
        return string.Join(',', _ranges.Select(Text));
    }

    private void Tidy()
    {
        if (!_isMessy)
        {
            return;
        }

        List<(long From, long To)> tidy = [];
        foreach (var range in _ranges.Order())
        {
            if (tidy is [.., var last] && range.From <= last.To + 1)
            {
                tidy[^1] = (last.From, Math.Max(last.To, range.To));
            }
            else
            {
                tidy.Add(range);
            }
        }

        (_ranges, _isMessy) = (tidy, false);
    }

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Text((long From, long To) range) => range.From == range.To
        ? range.From.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{range.From}-{range.To}");
}
