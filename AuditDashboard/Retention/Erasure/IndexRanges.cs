using System.Globalization;

namespace AuditDashboard.Retention.Erasure;

/// <summary>Many numbers in few letters: <c>3-7,9</c>.</summary>
internal static class IndexRanges
{
    public static string Add(string ranges, IEnumerable<long> more)
    {
        SortedSet<(long From, long To)> all = [.. Read(ranges), .. more.Select(index => (index, index))];
        List<(long From, long To)> joined = [];
        foreach (var range in all)
        {
            if (joined is [.., var last] && range.From <= last.To + 1)
            {
                joined[^1] = (last.From, Math.Max(last.To, range.To));
            }
            else
            {
                joined.Add(range);
            }
        }

        return string.Join(',', joined.Select(range => range.From == range.To ? Text(range.From) : $"{Text(range.From)}-{Text(range.To)}"));
    }

    private static IEnumerable<(long From, long To)> Read(string ranges) =>
        ranges.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(range => range.Split('-') switch
        {
            [var from, var to] => (Number(from), Number(to)),
            [var only, ..] => (Number(only), Number(only)),
            _ => (0L, 0L),
        });

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
