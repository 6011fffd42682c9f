using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;

namespace AuditDashboard.Conversations.Browse;

/// <summary>What the address of the list narrows it to; null members narrow nothing.</summary>
/// <param name="Outcome">A word of <see cref="SessionFilter.Outcome"/>; the chips and the filter's "outcome" are the same thing.</param>
/// <param name="Query">Null below two characters.</param>
internal sealed record DialogsFilter(Period? Period, string? Channel, string? Branch, string? Outcome, string? Query)
{
    private const int ShortestQuery = 2;

    public static readonly IReadOnlyList<string> Outcomes =
    [
        "booked", "confirmed", "rescheduled", "cancelled_by_client", "answered", "abandoned", "unanswered",
        "complaint", "escalated", "human", "slow",
    ];

    public static readonly IReadOnlyList<string> Channels = ["telegram", "whatsapp", "instagram", "max", "vk", "phone", "web"];

    public int Narrowing => new object?[] { Period, Channel, Branch }.Count(member => member is not null);

    public bool NarrowsAnything => Narrowing > 0 || Outcome is not null || Query is not null;

    public static DialogsFilter Of(Period? period, string? channel, string? branch, string? outcome, string? query) => new(
        period, Some(channel), Some(branch), Outcomes.Contains(outcome) ? outcome : null,
        query?.Trim() is { Length: >= ShortestQuery } words ? words : null);

    public SessionFilter For(Viewer viewer, SalonClock clock) => new(
        Period is null ? null : clock.StartOf(Period.First), Period is null ? null : clock.StartOf(Period.End),
        Channel, Branch, viewer.Branches, Outcome, Query);

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
