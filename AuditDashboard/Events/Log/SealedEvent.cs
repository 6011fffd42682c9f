using System.Security.Cryptography;

namespace AuditDashboard.Events.Log;

/// <summary>A draft with its final bytes, salt and commitment: everything that needs no order, done before the writer sees it.</summary>
internal sealed record SealedEvent(EventDraft Draft, DateTimeOffset RecordedAt, byte[] Payload, byte[] Salt, byte[] Commitment)
{
    public static SealedEvent Seal(EventDraft draft, DateTimeOffset recordedAt)
    {
        var payload = Log.Payload.Write(draft, recordedAt);
        var salt = RandomNumberGenerator.GetBytes(32);
        return new SealedEvent(draft, recordedAt, payload, salt, Log.Payload.Commit(salt, payload));
    }
}
