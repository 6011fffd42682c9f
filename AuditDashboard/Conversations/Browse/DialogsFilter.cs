using System.Globalization;
using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AuditDashboard.Conversations.Browse;

/// <summary>What the address of the list narrows it to; null members narrow nothing. Read from an address and written as one: a saved filter is its query.</summary>
/// <param name="Outcome">A word of <see cref="SessionFilter.Outcome"/>; the chips and the filter's "outcome" are the same thing.</param>
/// <param name="Query">Null below two characters.</param>
public sealed record DialogsFilter(Period? Period, string? Channel, string? Branch, string? Outcome, string? Query)
{
    private const int ShortestQuery = 2;
    private const int LongestName = 128;

    public static readonly IReadOnlyList<string> Outcomes =
    [
        "booked", "confirmed", "rescheduled", "cancelled_by_client", "answered", "abandoned", "unanswered",
        "complaint", "escalated", "human", "slow",
    ];

    public static readonly IReadOnlyList<string> Channels = ["telegram", "whatsapp", "instagram", "max", "vk", "phone", "web"];

    /// <summary>Percents that can be asked for.</summary>
    public static readonly IReadOnlyList<int> Confidences = [30, 50, 60, 70, 80, 90];

    /// <summary>Seconds that can be asked for.</summary>
    public static readonly IReadOnlyList<int> Waits = [3, 5, 10, 30, 60];

    public string? Intent { get; init; }

    public string? Model { get; init; }

    public string? Scenario { get; init; }

    /// <summary>Percents.</summary>
    public int? ConfidenceBelow { get; init; }

    /// <summary>Seconds.</summary>
    public int? WaitAbove { get; init; }

    public bool HasCall { get; init; }

    public bool HasHuman { get; init; }

    /// <summary>How many filters of the drawer are set, the outcome left out: it is a chip too.</summary>
    public int Narrowing =>
        new object?[] { Period, Channel, Branch, Intent, Model, Scenario, ConfidenceBelow, WaitAbove }.Count(member => member is not null) + (HasCall ? 1 : 0) + (HasHuman ? 1 : 0);

    public bool NarrowsAnything => Narrowing > 0 || Outcome is not null || Query is not null;

    /// <param name="address">An address, or only its query; what it cannot mean narrows nothing.</param>
    public static DialogsFilter Of(string address, DateOnly today)
    {
        var asked = QueryHelpers.ParseQuery(address[Math.Max(0, address.IndexOf('?', StringComparison.Ordinal))..]);
        var (preset, from, to) = (Text(asked, "period"), Text(asked, "from"), Text(asked, "to"));
        var outcome = Text(asked, "f");
        return new DialogsFilter(
            preset is null && (from is null || to is null) ? null : Period.Of(preset, from, to, today), Text(asked, "channel"), Text(asked, "branch"),
            Outcomes.Contains(outcome) ? outcome : null, Text(asked, "q") is { Length: >= ShortestQuery } words ? words : null)
        {
            Intent = Text(asked, "topic"), Model = Text(asked, "model"), Scenario = Text(asked, "scenario"), ConfidenceBelow = Number(asked, "conf", 100),
            WaitAbove = Number(asked, "wait", 86_400), HasCall = Text(asked, "call") is not null, HasHuman = Text(asked, "human") is not null,
        };
    }

    /// <summary>The query of an address that means the same, without its question mark; empty when nothing is narrowed.</summary>
    public string Address()
    {
        var said = new (string Name, string? Value)[]
        {
            ("q", Query), ("f", Outcome), ("channel", Channel), ("branch", Branch), ("period", Period?.Preset),
            ("from", Period is { Preset: null } own ? Period.Iso(own.First) : null), ("to", Period is { Preset: null } range ? Period.Iso(range.Last) : null),
            ("topic", Intent), ("model", Model), ("scenario", Scenario), ("conf", ConfidenceBelow?.ToString(CultureInfo.InvariantCulture)),
            ("wait", WaitAbove?.ToString(CultureInfo.InvariantCulture)), ("call", HasCall ? "1" : null), ("human", HasHuman ? "1" : null),
        };
        return string.Join('&', said.Where(member => member.Value is not null).Select(member => $"{member.Name}={Uri.EscapeDataString(member.Value!)}"));
    }

    internal SessionFilter For(Viewer viewer, SalonClock clock) => new(
        Period is null ? null : clock.StartOf(Period.First), Period is null ? null : clock.StartOf(Period.End),
        Channel, Branch, viewer.Branches, Outcome, Query)
    {
        Intent = Intent, Model = Model, Scenario = Scenario, ConfidenceBelow = ConfidenceBelow / 100d, ResponseAboveMs = WaitAbove * 1000L, HasCall = HasCall, HasHuman = HasHuman,
    };

    private static string? Text(Dictionary<string, StringValues> asked, string name) =>
        asked.GetValueOrDefault(name).ToString().Trim() is { Length: > 0 and <= LongestName } text ? text : null;

    private static int? Number(Dictionary<string, StringValues> asked, string name, int most) =>
        int.TryParse(Text(asked, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number : null;
}
