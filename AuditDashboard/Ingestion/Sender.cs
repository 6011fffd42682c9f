namespace AuditDashboard.Ingestion;

/// <summary>Who a call came from, once it proved it.</summary>
/// <param name="Branch">Counts where the event names none; null = the whole organization.</param>
/// <param name="Endpoint">Id of the channel endpoint; null for an API key.</param>
/// <param name="KeyId">Id of the API key; null for an endpoint.</param>
public sealed record Sender(string Bot, string? Branch, string? Endpoint = null, string? KeyId = null);
