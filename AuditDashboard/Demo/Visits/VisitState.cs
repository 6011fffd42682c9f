namespace AuditDashboard.Demo.Visits;

/// <summary>How a visit stands when it is near (K3's states at the lock, and the ones K3 does not see).</summary>
internal enum VisitState
{
    Confirmed,
    Declined,
    Silent,
    Undelivered,

    /// <summary>Booked less than a day ahead: nobody asks.</summary>
    ShortAhead,
}
