namespace AuditDashboard.Channels.Connect.Guides;

/// <summary>One HTTP request to take away, in any tongue: what registers the address at the channel, or a trial call made as the channel makes it.</summary>
/// <param name="Key">Of <see cref="KindText"/>; what it does.</param>
/// <param name="Body">Without single quotes, so that a shell takes it as it stands.</param>
internal sealed record WebCall(string Key, string Method, string Address, string ContentType, string Body, params IReadOnlyList<(string Name, string Value)> Headers)
{
    public static readonly string Json = "application/json";
    public static readonly string Form = "application/x-www-form-urlencoded";

    /// <summary>Tells the channel where to call.</summary>
    public static readonly string Register = "CallRegister";

    /// <summary>Arrives as a notice of no known kind: it is stored and shown by the check, and enters no number.</summary>
    public static readonly string Trial = "CallTrial";
}
