namespace AuditDashboard.Bitrix24.Client;

/// <summary>What an answer means for whoever asked (bitrix24.md sections 2 and 15).</summary>
internal enum AnswerKind
{
    Ok,
    /// <summary>Not asked at all: the portal is paused, blocked or off, or the method is parked.</summary>
    Wait,
    /// <summary>The portal's bucket is full; nothing was done.</summary>
    RateLimit,
    /// <summary>The method's time budget is spent; nothing was done.</summary>
    OperationLimit,
    /// <summary>Nothing was sent: no connection.</summary>
    Unreachable,
    /// <summary>Nobody knows whether it was done.</summary>
    Ambiguous,
    /// <summary>Nothing will be done for anybody until a person acts.</summary>
    Blocked,
    /// <summary>This method is not for us: its scope is missing, it is not there, or it is for apps.</summary>
    Feature,
    /// <summary>What it is about is gone.</summary>
    NotFound,
    /// <summary>This one thing is refused.</summary>
    Refused,
}
