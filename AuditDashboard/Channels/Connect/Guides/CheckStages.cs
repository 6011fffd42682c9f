namespace AuditDashboard.Channels.Connect.Guides;

/// <summary>What a call can get stuck at; keys of <see cref="ConnectText"/>.</summary>
internal static class CheckStages
{
    public static readonly string Address = "CheckAddress";
    public static readonly string Key = "CheckKey";
    public static readonly string Secret = "CheckSecret";
    public static readonly string Signature = "CheckSignature";
    public static readonly string Clock = "CheckClock";
    public static readonly string Json = "CheckJson";

    /// <summary>The channel's subscription check.</summary>
    public static readonly string Handshake = "CheckHandshake";

    /// <summary>A key the channel gave and the owner typed.</summary>
    public static readonly string Typed = "CheckTyped";

    /// <summary>The secret is the end of the address.</summary>
    public static readonly string Path = "CheckPath";

    /// <summary>What the channel sends.</summary>
    public static readonly string Body = "CheckBody";
}
