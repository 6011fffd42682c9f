namespace AuditDashboard.Channels;

/// <summary>A press that was understood.</summary>
/// <param name="CallbackId">The press's id at the channel, plain or as <c>externalId</c> has it (<c>cbq:…</c>).</param>
/// <param name="MessageId">The message with the buttons, plain or as <c>inReplyTo</c> has it (<c>tg:700000101/1210</c>).</param>
/// <param name="Notice">A few words shown over the chat for a moment; null = none.</param>
public sealed record SettledPress(string EndpointId, string Address, string? CallbackId, string? MessageId, string? Notice);
