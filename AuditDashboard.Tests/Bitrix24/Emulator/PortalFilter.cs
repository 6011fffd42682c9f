using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Filters and pages of lists (sections 3.1 and 10).</summary>
internal static partial class PortalFilter
{
    public const int PageSize = 50;

    public static bool Passes(PortalState state, JsonObject item, JsonObject filter)
    {
        foreach (var (key, value) in filter)
        {
            if (value is JsonObject inner && inner["logic"] is not null)
            {
                var passes = inner.Where(pair => pair.Key != "logic").Select(pair => Passes(state, item, pair.Value.Map())).ToList();
                if (inner["logic"].Text() == "OR" ? !passes.Contains(true) : passes.Contains(false))
                {
                    return false;
                }

                continue;
            }

            var parts = Prefix().Match(key);
            var name = parts.Groups[2].Value;
            if (!PortalFields.IsKnown(state, name))
            {
                throw new PortalError("INVALID_ARG_VALUE", $"Invalid filter: field '{name}' is not allowed in filter");
            }

            if (!Matches(parts.Groups[1].Value, item[name], value))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One page with <c>total</c> and <c>next</c>; -1 counts nothing.</summary>
    public static (List<JsonObject> Page, long Total, long? Next) Page(IEnumerable<JsonObject> items, JsonNode? start)
    {
        var all = items.ToList();
        var asked = start.Number();
        if (asked < 0)
        {
            return ([.. all.Take(PageSize)], 0, null);
        }

        var from = (int)(asked / PageSize * PageSize);
        return ([.. all.Skip(from).Take(PageSize)], all.Count, all.Count > from + PageSize ? from + PageSize : null);
    }

    public static IEnumerable<JsonObject> Ordered(IEnumerable<JsonObject> items, JsonNode? order)
    {
        IOrderedEnumerable<JsonObject>? ordered = null;
        foreach (var (name, direction) in order.Map())
        {
            var isDown = direction.Text().Equals("DESC", StringComparison.OrdinalIgnoreCase);
            var comparer = Comparer<JsonNode?>.Create(Compare);
            ordered = (ordered, isDown) switch
            {
                (null, true) => items.OrderByDescending(item => item[name], comparer),
                (null, false) => items.OrderBy(item => item[name], comparer),
                (_, true) => ordered.ThenByDescending(item => item[name], comparer),
                _ => ordered.ThenBy(item => item[name], comparer),
            };
        }

        return ordered ?? items;
    }

    private static bool Matches(string prefix, JsonNode? own, JsonNode? wanted) => prefix switch
    {
        "@" => wanted.List().Any(value => Compare(own, value) == 0),
        "!@" => !wanted.List().Any(value => Compare(own, value) == 0),
        ">" => Compare(own, wanted) > 0,
        ">=" => Compare(own, wanted) >= 0,
        "<" => Compare(own, wanted) < 0,
        "<=" => Compare(own, wanted) <= 0,
        "!" or "!=" => Compare(own, wanted) != 0,
        "%" => own.Text().Contains(wanted.Text(), StringComparison.OrdinalIgnoreCase),
        _ => wanted is JsonArray ? wanted.List().Any(value => Compare(own, value) == 0) : Compare(own, wanted) == 0,
    };

    private static int Compare(JsonNode? one, JsonNode? other)
    {
        var (first, second) = (one.Text(), other.Text());
        return double.TryParse(first, CultureInfo.InvariantCulture, out var a) && double.TryParse(second, CultureInfo.InvariantCulture, out var b) ? a.CompareTo(b)
            : first.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(first, CultureInfo.InvariantCulture, out var x) && DateTimeOffset.TryParse(second, CultureInfo.InvariantCulture, out var y) ? x.CompareTo(y)
            : string.CompareOrdinal(first, second);
    }

    [GeneratedRegex("^(!=%|!=|!@|!%|>=|<=|=%|%=|[=!><@%])?(.+)$")]
    private static partial Regex Prefix();
}
