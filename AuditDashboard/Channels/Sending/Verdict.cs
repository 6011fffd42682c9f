namespace AuditDashboard.Channels.Sending;

/// <summary>A result, and whether the whole endpoint must keep still for a while (429).</summary>
internal readonly record struct Verdict(SendResult Result, TimeSpan? Pause = null)
{
    /// <summary>For a service that says «too many» and not for how long.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);

    // What a service asks for is believed, but a slip of its pen must not switch a channel off for good.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static implicit operator Verdict(SendResult result) => new(result);

    public static Verdict Sent(string? messageId, string? code = null) => new SendResult(SendState.Sent, messageId, code);

    public static Verdict Later(string code, TimeSpan? after = null) => new SendResult(SendState.Later, Code: code, RetryAfter: after);

    public static Verdict Unreachable(string code) => new SendResult(SendState.Unreachable, Code: code);

    public static Verdict Misconfigured(string code) => new SendResult(SendState.Misconfigured, Code: code);

    public static Verdict Uncertain(string code) => new SendResult(SendState.Uncertain, Code: code);

    /// <summary>Too many: nobody may be written to through this endpoint before that.</summary>
    public static Verdict Limited(string code, TimeSpan? after)
    {
        var pause = after is { } told && told > TimeSpan.Zero ? told < Longest ? told : Longest : Usual;
        return new Verdict(new SendResult(SendState.Later, Code: code, RetryAfter: pause), pause);
    }
}
