namespace AuditDashboard.Demo.Story;

/// <summary>How a conversation goes out.</summary>
internal enum Ending
{
    /// <summary>The assistant helped: no visit was booked, and none was asked for or the client wants to think.</summary>
    Answered,

    /// <summary>The assistant booked a visit.</summary>
    Booked,

    /// <summary>A person took over and booked a visit.</summary>
    BookedByHuman,

    /// <summary>The client fell silent, and the desk booked them days later.</summary>
    BookedLater,

    /// <summary>A person was called for.</summary>
    Escalated,

    /// <summary>The client fell silent after the assistant's question.</summary>
    Abandoned,

    /// <summary>The client's last words got no answer.</summary>
    Unanswered,
}
