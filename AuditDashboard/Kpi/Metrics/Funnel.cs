using AuditDashboard.Conversations;
using AuditDashboard.Events;

namespace AuditDashboard.Kpi.Metrics;

/// <summary>K13: how far a need came, each step only after the one before and within its own window (product.md section 3.12).</summary>
internal sealed class Funnel(ClientStory story, Timeline events)
{
    private static readonly TimeSpan OfferedWithin = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan PaidWithin = TimeSpan.FromDays(1);
    private static readonly TimeSpan RepeatedWithin = TimeSpan.FromDays(60);

    // How assistants call the step at which a time is offered.
    private static readonly HashSet<string> OfferSteps = new(StringComparer.OrdinalIgnoreCase)
    {
        "choose_time", "choose_slot", "select_time", "select_slot", "offer_time", "offer_slots", "slots", "slot", "time", "выбор_времени", "выбор_дня", "выбор_мастера",
    };

    private readonly ILookup<string, StoryEvent> _payments =
        story.Events.Where(item => item.Is(EventTypes.PaymentReceived) && !item.IsOut && item.Content.Booking is not null).ToLookup(item => item.Content.Booking!.Id);

    public UnitFlags FlagsOf(ClientNeed need)
    {
        if (need.Booking is not { } booking)
        {
            return events.Between(need.Lead.At, need.Lead.At + OfferedWithin).Any(OffersTime) ? UnitFlags.FunnelOffered : UnitFlags.None;
        }

        // Nobody books a time that was not offered.
        var flags = UnitFlags.FunnelOffered | UnitFlags.FunnelBooked;
        return booking.Visits is [.., var visit] ? flags | After(booking, visit) : flags;
    }

    private UnitFlags After(BookingStory booking, BookingStory.Visit visit)
    {
        var came = Attendances.Came(booking, visit);
        var confirmed = VisitSignal.Latest(visit, at => at < visit.Start) is { IsConfirmation: true };
        var skipped = !confirmed && (came || Confirmation.FlagsOf(visit) == UnitFlags.ShortAhead);
        if (!confirmed && !skipped)
        {
            return UnitFlags.None;
        }

        var flags = UnitFlags.FunnelConfirmed | (skipped ? UnitFlags.FunnelSkipped : UnitFlags.None);
        return !came ? flags
            : flags | UnitFlags.FunnelCame | (!IsPaid(booking, visit) ? UnitFlags.None
            : UnitFlags.FunnelPaid | (IsRepeated(booking, visit) ? UnitFlags.FunnelRepeated : UnitFlags.None));
    }

    private bool IsPaid(BookingStory booking, BookingStory.Visit visit) => _payments[booking.Id].Any(payment => payment.At <= visit.Start + PaidWithin);

    private bool IsRepeated(BookingStory booking, BookingStory.Visit visit) => story.Bookings.Any(other => other != booking && other.Visits.Any(later =>
        later.Start > visit.Start && later.Start - visit.Start <= RepeatedWithin && Attendances.Came(other, later)));

    private static bool OffersTime(StoryEvent item) => item.IsSubstantive
        && (item.Content.Flag("offered") || item.Content.DataMember("slots") is not null
            || (item.Content.Scenario?.Step is { } step && OfferSteps.Contains(step)));
}
