using AuditDashboard.Events;

namespace AuditDashboard.Channels.Yclients;

/// <summary>What a record's new state says happened, against the state known before (channels.md section 7.1; http-api.md section 4). Pure.</summary>
internal static class YclientsFacts
{
    /// <summary>Facts by their word, which also ends the event's id, and their types.</summary>
    public static readonly IReadOnlyDictionary<string, string> Types = new Dictionary<string, string>
    {
        ["created"] = EventTypes.BookingCreated, ["restored"] = EventTypes.BookingRescheduled, ["rescheduled"] = EventTypes.BookingRescheduled,
        ["changed"] = EventTypes.BookingChanged, ["cancelled"] = EventTypes.BookingCancelled, ["confirmed"] = EventTypes.BookingConfirmed,
        ["attended"] = "booking.attended", ["no_show"] = "booking.no_show", ["paid"] = "payment.received",
    };

    /// <param name="known">Null for a record never seen: it is created with its present state, and then whatever that state says.</param>
    /// <param name="isLate">The change is older than the known state.</param>
    public static IEnumerable<string> Of(YclientsRow? known, YclientsState now, bool isLate)
    {
        if (isLate)
        {
            return known is { Attendance: 1 or -1, IsConfirmed: false } && now.Attendance == 2 && now.Start == known.Start ? ["confirmed"] : [];
        }

        if (known is null)
        {
            return ["created", .. now.IsDeleted ? ["cancelled"] : Marks(0, false, now)];
        }

        if (now.IsDeleted)
        {
            return known.IsDeleted ? [] : ["cancelled"];
        }

        return [.. Plan(known, now), .. Marks(known.Attendance, known.IsPaid, now)];
    }

    private static IEnumerable<string> Plan(YclientsRow known, YclientsState now)
    {
        if (known.IsDeleted)
        {
            yield return "restored";
        }
        else if (now.Start is { } start && start != known.Start)
        {
            yield return "rescheduled";
        }
        else if (Differs(now.Staff, known.Staff) || Differs(now.Service, known.Service) || (now.Price is { } price && price != known.Price))
        {
            yield return "changed";
        }
    }

    private static IEnumerable<string> Marks(int known, bool wasPaid, YclientsState now)
    {
        if (now.Attendance is { } mark && mark != known && mark != 0)
        {
            yield return mark switch { 1 => "attended", -1 => "no_show", _ => "confirmed" };
        }

        if (now.IsPaid == true && !wasPaid)
        {
            yield return "paid";
        }
    }

    private static bool Differs(string? now, string? known) => now is not null && now != known;
}
