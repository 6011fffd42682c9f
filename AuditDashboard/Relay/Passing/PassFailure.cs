namespace AuditDashboard.Relay.Passing;

/// <summary>Why a call could not be brought to its end.</summary>
internal enum PassFailure
{
    /// <summary>Whoever made the call is gone; nobody waits for an answer.</summary>
    CallerGone,

    /// <summary>Nothing moved for too long.</summary>
    Late,

    /// <summary>No connection, or one that broke.</summary>
    Unreachable,
}

internal static class PassFailures
{
    /// <summary>Null where the exception is a mistake of ours.</summary>
    public static PassFailure? Of(Exception problem, Quiet quiet, HttpContext context) => problem switch
    {
        not (HttpRequestException or IOException or OperationCanceledException) => null,
        _ when context.RequestAborted.IsCancellationRequested => PassFailure.CallerGone,
        _ when quiet.IsOver => PassFailure.Late,
        _ => PassFailure.Unreachable,
    };
}
