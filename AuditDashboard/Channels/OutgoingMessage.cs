namespace AuditDashboard.Channels;

/// <summary>One message to one client.</summary>
/// <param name="EndpointId">Who sends.</param>
/// <param name="Address">The client's address with the channel's prefix: <c>tg:700000101</c>, <c>max:…</c>, <c>vk:…</c>, <c>wa:…</c>.</param>
/// <param name="Key">Names this attempt for channels that drop repeats by themselves (VK random_id); the same key = the same message.</param>
/// <param name="LastInboundAt">UTC. When the client last wrote in this channel; null = never. Decides WhatsApp's 24 h window.</param>
public sealed record OutgoingMessage(string EndpointId, string Address, string Text, string Key, DateTimeOffset? LastInboundAt = null)
{
    /// <summary>A row of buttons under the text; empty = none. Data by the grammar <c>rem:ok|no|mv:id</c>, at most 64 bytes.</summary>
    public IReadOnlyList<AnswerButton> Buttons { get; init; } = [];

    /// <summary>An approved template for outside of the window (WhatsApp, Wazzup); null = refuse there.</summary>
    public OutgoingTemplate? Template { get; init; }

    // A record prints its members; this one holds words for a client, and who that is.
    public override string ToString() => $"message through {EndpointId}";
}
