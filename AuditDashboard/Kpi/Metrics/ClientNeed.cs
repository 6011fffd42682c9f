using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>One thing a client wanted (kpi-notes.md section 4): leads within 14 days with no booking between them are one.</summary>
/// <param name="Lead">Its first lead, which dates it.</param>
/// <param name="Repeats">Later leads that were merged into it.</param>
/// <param name="EndsAt">UTC. When the client's next need begins; null = never.</param>
/// <param name="Booking">The first booking from the lead on, within 7 days; null = none.</param>
internal sealed record ClientNeed(StoryEvent Lead, IReadOnlyList<StoryEvent> Repeats, DateTimeOffset? EndsAt, BookingStory? Booking)
{
    public static readonly TimeSpan BookedWithin = TimeSpan.FromDays(7);
    private static readonly TimeSpan Same = TimeSpan.FromDays(14);
    private static readonly HashSet<string> NoLead = ["spam", "test", "wrong_number", "existing_booking", "staff"];

    /// <param name="created">The client's bookings, by their creation.</param>
    public static IReadOnlyList<ClientNeed> Of(ClientStory story, Timeline created)
    {
        List<(StoryEvent Lead, List<StoryEvent> Repeats)> needs = [];
        StoryEvent? nextBooking = null;
        var gone = story.Events.Where(item => item.Stored.Content is null && item.Is(EventTypes.BookingCreated)).ToList();
        foreach (var lead in LeadsOf(story))
        {
            if (needs is [.., var (first, repeats)] && lead.At - first.At <= Same && (nextBooking is null || !IsBefore(nextBooking, lead)))
            {
                repeats.Add(lead);
                continue;
            }

            nextBooking = Earlier(created.FirstAfter(lead), gone.Find(booking => IsBefore(lead, booking)));
            needs.Add((lead, []));
        }

        var byCreation = story.Bookings.Where(booking => booking.Created is not null).ToDictionary(booking => booking.Created!);
        return [.. needs.Select((need, index) => new ClientNeed(
            need.Lead, need.Repeats, index + 1 < needs.Count ? needs[index + 1].Lead.At : null,
            created.FirstFrom(need.Lead.At) is { } booked && booked.At - need.Lead.At <= BookedWithin ? byCreation[booked] : null))];
    }

    private static bool IsBefore(StoryEvent left, StoryEvent right) =>
        left.At < right.At || (left.At == right.At && left.Stored.Seq < right.Stored.Seq);

    private static StoryEvent? Earlier(StoryEvent? one, StoryEvent? other) => one is null || (other is not null && IsBefore(other, one)) ? other : one;

    /// <summary>
    /// The earliest <c>lead.created</c> of each lead that is not out, in order. One whose payload is gone no longer says which it was, but still is what later
    /// ones are merged with.
    /// </summary>
    private static List<StoryEvent> LeadsOf(ClientStory story)
    {
        var own = story.Events.Where(item => !item.IsImported && item.Content.Lead is not null && item.Stored.Type.StartsWith("lead.", StringComparison.Ordinal)).ToList();
        var gone = own.Where(item => item.IsOut || Excludes(item)).ToList();
        var ids = gone.Select(item => item.Content.Lead!.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var numbers = gone.Where(item => item.Content.Lead!.Id is null).Select(item => item.Content.Lead!.Bitrix24).OfType<long>().ToHashSet();
        var known = own.Where(item => item.Is(EventTypes.LeadCreated) && item.Content.Lead!.Id is not null)
            .GroupBy(item => item.Content.Lead!.Id!)
            .Where(lead => !ids.Contains(lead.Key) && !lead.Any(created => created.Content.Lead!.Bitrix24 is { } number && numbers.Contains(number)))
            .Select(lead => lead.First());
        return [.. known.Concat(story.Events.Where(item => item.Stored.Content is null && item.Is(EventTypes.LeadCreated))).OrderBy(lead => lead.At).ThenBy(lead => lead.Stored.Seq)];
    }

    private static bool Excludes(StoryEvent item) =>
        (item.Is(EventTypes.LeadCreated) || item.Is(EventTypes.LeadClosed))
        && item.Content.DataText("exclude") is { } reason && NoLead.Contains(reason);
}
