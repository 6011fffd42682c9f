namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>What goes wrong with one call (bitrix24.md section 12).</summary>
internal abstract record PortalFault
{
    /// <summary>Answers so instead of doing anything.</summary>
    internal sealed record Reply(int Status, string Body, string ContentType = "application/json") : PortalFault;

    /// <summary>Does it and cuts the connection: the maker of duplicates.</summary>
    internal sealed record ExecuteThenDrop : PortalFault;

    internal sealed record DropBeforeExecute : PortalFault;

    internal sealed record Delay(int Milliseconds) : PortalFault;

    /// <summary>Does it, and a proxy in between answers with its own page.</summary>
    internal sealed record ExecuteThenGatewayPage : PortalFault;

    /// <summary>Does it and sends half of the answer.</summary>
    internal sealed record Truncate : PortalFault;

    /// <summary>Never answers: whoever asked can be killed in the middle of the call.</summary>
    /// <param name="Executes">It is done all the same.</param>
    internal sealed record Hang(bool Executes) : PortalFault
    {
        /// <summary>Set once the call is there.</summary>
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public static readonly PortalFault TooMany = new Reply(503, """{"error":"QUERY_LIMIT_EXCEEDED","error_description":"Too many requests"}""");

    public static readonly PortalFault Budget = new Reply(429, """{"error":"OPERATION_TIME_LIMIT","error_description":"Method is blocked due to operation time limit."}""");

    public static readonly PortalFault Internal = new Reply(500, """{"error":"INTERNAL_SERVER_ERROR","error_description":"Internal server error"}""");

    public static readonly PortalFault BadGateway = new Reply(502, "<html><body><h1>502 Bad Gateway</h1>nginx</body></html>", "text/html");
}
