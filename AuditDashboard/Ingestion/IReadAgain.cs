namespace AuditDashboard.Ingestion;

/// <summary>Reads a quarantined body as it would be read if it came now. One a format; translators contribute theirs.</summary>
public interface IReadAgain
{
    bool Reads(string envelope);

    /// <summary>The events in it, or null while it still cannot be read.</summary>
    ValueTask<IReadOnlyList<OfferedEvent>?> ReadAsync(Body body, CancellationToken cancel);

    /// <param name="EventId">Id given outside the body, or null.</param>
    sealed record Body(string Envelope, string Bot, string? EventId, ReadOnlyMemory<byte> Bytes, DateTimeOffset ReceivedAt);
}
