namespace AuditDashboard.Kpi.Metrics;

/// <summary>What is counted: kpi-notes.md section 1, "which date, channel and branch a unit has"; the rest product.md sections 3.12 and 3.13.</summary>
internal enum UnitKind
{
    Turn = 1,
    Need = 2,
    Session = 3,

    /// <summary>A booking, at the moment it was made.</summary>
    Booking = 4,

    /// <summary>K3: a visit whose lock has passed, on the date of its start.</summary>
    Visit = 5,

    /// <summary>K4: one person expected at a visit, on the date of its start.</summary>
    Attendance = 6,

    /// <summary>K12: a need by the source that came last before its booking. By the first source: <see cref="Need"/> itself.</summary>
    LastTouch = 7,

    /// <summary>K16: a need without a booking, by the one reason.</summary>
    Loss = 8,

    /// <summary>A session that failed, by the step it failed at.</summary>
    Spot = 9,

    /// <summary>K6: a session handed to a person, by the cause.</summary>
    Cause = 10,

    /// <summary>K14: a repeated attempt to reach a silent client, by its number.</summary>
    Attempt = 11,

    /// <summary>K18: a reminder, by what the client did.</summary>
    Reaction = 12,

    /// <summary>K18: a trial lesson.</summary>
    Trial = 13,

    /// <summary>K15a: a booking or lead there was already, by what they have in common.</summary>
    Duplicate = 14,

    /// <summary>K15b: a session whose client was missed, by how.</summary>
    Missed = 15,

    /// <summary>K19: a session with events that are not as they should be, by what is wrong; the amount is how many.</summary>
    Flaw = 16,

    /// <summary>K20: a session a person worked in; the amount is their time in milliseconds.</summary>
    HumanTime = 17,

    /// <summary>K20: a session closed without a person, by its type.</summary>
    Saved = 18,

    /// <summary>K1d: a call for a person; the wait is working time, the amount the same by the clock, milliseconds.</summary>
    HumanReply = 19,

    /// <summary>K1e: the first message of a session that came through a messenger; the wait is its way from the messenger to us.</summary>
    Delivery = 20,
}

/// <summary>One countable thing of a client.</summary>
/// <param name="Seq">Of the event that dates it; with <paramref name="Kind"/> and <see cref="Part"/> its identity.</param>
/// <param name="At">UTC; its local date is the unit's date.</param>
/// <param name="WaitMs">Milliseconds: of a turn from the first client message to the answer, of a need to its booking, of a reminder to the reaction.</param>
internal readonly record struct KpiUnit(
    UnitKind Kind, long Seq, DateTimeOffset At, string? Channel, string? Branch, UnitFlags Flags, long? WaitMs = null)
{
    /// <summary>Tells units of one kind and event apart: places in a group, flaws of a session.</summary>
    public int Part { get; init; }

    /// <summary>The release that answered; null = unknown.</summary>
    public string? Release { get; init; }

    /// <summary>What it is counted by beside place and time; of a visit the booking's id.</summary>
    public string? Label { get; init; }

    /// <summary>Kopecks, milliseconds, a count or the seq of another event, by kind; null = unknown.</summary>
    public long? Amount { get; init; }
}
