namespace AuditDashboard.Conversations.Bookings;

/// <summary>What one event says about a booking, however it is kept: all that the fold of a booking reads (kpi-notes.md section 5).</summary>
internal interface IBookingWord
{
    /// <summary>UTC.</summary>
    DateTimeOffset At { get; }

    string Bot { get; }

    string Type { get; }

    /// <summary>client | ai | human | system; null where nobody is named.</summary>
    string? Actor { get; }

    /// <summary>The client's own "no".</summary>
    bool IsRefusal { get; }

    /// <summary>The salon itself called the visit off, for good.</summary>
    bool IsCancelledBySalon { get; }

    /// <summary>A client's words that answer a reminder with yes; counts as <c>booking.confirmed</c> by ai.</summary>
    bool ConfirmsInWords { get; }

    /// <summary>The start it names, in whatever zone; null where it names none.</summary>
    DateTimeOffset? Start { get; }
}
