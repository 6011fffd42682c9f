using AuditDashboard.Events;

namespace AuditDashboard.Bitrix24.Outbox;

/// <summary>What of an event the portal is told, in order (bitrix24.md sections 5 and 15). Pure.</summary>
internal static class Deliveries
{
    public const string Lead = "lead";
    public const string Log = "log";
    public const string Stage = "stage";
    public const string Todo = "todo";
    public const string Comment = "comment";
    public const string Sum = "sum";
    public const string Booking = "booking";

    private static readonly Dictionary<string, string[]> ByType = new(StringComparer.Ordinal)
    {
        [EventTypes.BookingCreated] = [Log, Stage, Booking],
        [EventTypes.BookingConfirmed] = [Log, Stage],
        [EventTypes.BookingDeclined] = [Log, Stage, Booking],
        [EventTypes.BookingCancelled] = [Log, Stage, Booking],
        [EventTypes.BookingRescheduled] = [Log, Booking],
        [EventTypes.BookingAttended] = [Log, Stage],
        [EventTypes.BookingNoShow] = [Log, Stage],
        [EventTypes.PaymentReceived] = [Log, Sum],
        [EventTypes.ComplaintOpened] = [Todo],
        [EventTypes.EscalationRequested] = [Todo],
        ["consent.granted"] = [Log],
        [EventTypes.ConsentRevoked] = [Log],
        [EventTypes.SessionClosed] = [Comment],
    };

    /// <summary>The methods no delivery of a kind can do without: when one of them is parked, so are they, and nobody touches them in vain.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Methods = new Dictionary<string, string[]>
    {
        [Lead] = ["crm.item.list", "crm.duplicate.findbycomm", "crm.item.add"], [Log] = ["crm.timeline.logmessage.add"], [Stage] = ["crm.item.get", "crm.item.update"],
        [Sum] = ["crm.item.get", "crm.item.update"], [Todo] = ["crm.activity.todo.add"], [Comment] = ["crm.timeline.comment.add"], [Booking] = ["booking.v1.booking.add"],
    };

    /// <summary>The most calls a delivery may take; room for them is kept before it begins.</summary>
    public static int CallsOf(string kind) => kind switch { Lead => 7, Stage or Sum => 4, Comment or Booking => 2, _ => 1 };

    public static IReadOnlyList<string> Of(EventContent content) =>
        content.Type == EventTypes.BookingChanged && content.DataText("wish") == "reschedule" ? [Log]
        : ByType.GetValueOrDefault(content.Type, []);
}
