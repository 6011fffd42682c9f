namespace AuditDashboard.Kpi.Rollup;

/// <summary>What is added up beside counts; money in kopecks. The numbers are stored: add new ones at the end.</summary>
internal enum Amounts
{
    /// <summary>Prices of the bookings that have one.</summary>
    Booked = 0,

    /// <summary>How many of the bookings have a price.</summary>
    PricedBookings = 1,

    /// <summary>Prices of the assistant's bookings outside working hours.</summary>
    Night = 2,

    /// <summary>Prices of visits nobody came to, and how many have one.</summary>
    NoShow = 3,
    PricedNoShows = 4,

    /// <summary>Prices of visits that took place.</summary>
    Came = 5,

    /// <summary>Prices of visits called off less than 2 h before.</summary>
    CancelledLate = 6,

    /// <summary>Bookings of the needs that have any.</summary>
    NeedBookings = 7,

    /// <summary>Time of people, milliseconds.</summary>
    HumanMs = 8,

    /// <summary>The assistant's messages.</summary>
    Answers = 9,
}
