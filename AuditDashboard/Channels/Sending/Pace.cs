namespace AuditDashboard.Channels.Sending;

/// <summary>How fast a service may be called: token buckets of the endpoint and of each chat (channels.md section 1.5).</summary>
/// <param name="PerSecond">Messages a second over all chats.</param>
/// <param name="Burst">Messages at once after a rest; with <paramref name="PerSecond"/> it stays below the service's own limit in any second.</param>
/// <param name="PerChat">Between two messages to one chat.</param>
internal sealed record Pace(double PerSecond, int Burst, TimeSpan PerChat)
{
    /// <summary>Telegram and MAX: 30 a second, and one a second to a chat.</summary>
    public static readonly Pace OfBots = new(25, 5, TimeSpan.FromSeconds(1));

    /// <summary>VK: 20 a second to a community's token.</summary>
    public static readonly Pace OfVk = new(15, 5, TimeSpan.FromSeconds(1));

    /// <summary>Gateways drive a personal account; who writes like a machine is banned.</summary>
    public static readonly Pace OfGateways = new(5, 5, TimeSpan.FromSeconds(1));

    /// <summary>YCLIENTS: 200 a minute or 5 a second.</summary>
    public static readonly Pace OfYclients = new(3, 2, TimeSpan.Zero);
}
