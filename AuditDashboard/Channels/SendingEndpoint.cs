namespace AuditDashboard.Channels;

/// <summary>An endpoint that can send.</summary>
/// <param name="Kind">The service behind it: <c>telegram</c>, <c>greenapi</c> …</param>
/// <param name="Channel">The messenger the client reads: <c>telegram</c>, <c>max</c>, <c>vk</c>, <c>whatsapp</c>; a gateway is never its own channel.</param>
public sealed record SendingEndpoint(string Id, string Kind, string Channel, string Bot, string? Branch);
