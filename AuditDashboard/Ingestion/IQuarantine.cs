namespace AuditDashboard.Ingestion;

/// <summary>Keeps what was refused, so that a person can see why and try again. Bounded: 256 KiB of a body, the newest 10,000 bodies.</summary>
public interface IQuarantine
{
    /// <summary>The same body of the same sender is kept once and counted.</summary>
    Task KeepAsync(Sender sender, IReadOnlyList<Refused> bodies, CancellationToken cancel);

    /// <param name="Envelope">Who can read it again: <see cref="IReadAgain"/>.</param>
    /// <param name="Code">The last part of <c>/problems/…</c>.</param>
    /// <param name="Errors">Problems by JSON Pointer, in words for the bot's author.</param>
    /// <param name="EventId">Id given outside the body (<c>webhook-id</c>), or null.</param>
    sealed record Refused(
        string Envelope, ReadOnlyMemory<byte> Body, string Code, IReadOnlyDictionary<string, string[]>? Errors = null, string? EventId = null);
}
