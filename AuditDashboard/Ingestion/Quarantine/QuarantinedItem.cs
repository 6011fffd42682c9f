namespace AuditDashboard.Ingestion.Quarantine;

/// <summary>One refused body as a person sees it.</summary>
/// <param name="Times">How often the same body came.</param>
/// <param name="Text">The body as text; bytes that are no UTF-8 become U+FFFD.</param>
/// <param name="Size">Bytes that came; <paramref name="Text"/> may hold fewer.</param>
internal sealed record QuarantinedItem(
    long Id, DateTimeOffset ReceivedAt, int Times, string Bot, string? Endpoint, string? KeyId, string Envelope, string Code,
    IReadOnlyDictionary<string, string[]> Errors, string Text, int Size);
