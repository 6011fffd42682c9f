namespace AuditDashboard.Demo.Story;

/// <summary>What a client comes for (product.md section 7.2).</summary>
internal enum Need
{
    Booking,
    Price,
    Move,
    Place,
    Question,
    Complaint,
    Spam,
    WrongNumber,
    Other,

    /// <summary>A call nobody took: no words at all.</summary>
    MissedCall,
}
