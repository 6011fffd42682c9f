namespace AuditDashboard.Tests.Channels.Sending.Emulators;

/// <summary>What goes wrong with one call, instead of or after the service's own answer.</summary>
internal sealed record Fault(Fault.Way How, int Status = 0, string Body = "", string? RetryAfter = null)
{
    public enum Way
    {
        /// <summary>The call is answered with this; nothing is accepted.</summary>
        Answer,

        /// <summary>The message is accepted, and no answer ever comes.</summary>
        AcceptAndHang,

        /// <summary>The message is accepted, and the connection breaks.</summary>
        AcceptAndDrop,

        /// <summary>The message is accepted, and the answer stops in its middle.</summary>
        AcceptAndStop,
    }

    public static readonly Fault Hang = new(Way.AcceptAndHang);
    public static readonly Fault Drop = new(Way.AcceptAndDrop);
    public static readonly Fault Stop = new(Way.AcceptAndStop);
    public static readonly Fault Page = Of(200, "<html><body>Please sign in</body></html>");

    public static Fault Of(int status, string body, string? retryAfter = null) => new(Way.Answer, status, body, retryAfter);
}
