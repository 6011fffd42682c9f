using AuditDashboard.Foundation;

namespace AuditDashboard.Access;

/// <summary>Who did or looked at what; append-only.</summary>
public interface IAccessJournal
{
    /// <param name="action">Verb with its object, past tense: <c>dialog.viewed</c>, <c>phone.revealed</c>, <c>signed.in</c>, <c>apikey.issued</c> …</param>
    /// <param name="subject">Id of what was touched (session, client, key); never a name, phone or text.</param>
    Task WriteAsync(string action, string? subject, string? reason, CancellationToken cancel);

    /// <summary>The same where the subject is something of a client's: who looked at whom can be told by it.</summary>
    Task WriteAsync(string action, string? subject, ClientId? client, string? reason, CancellationToken cancel) => WriteAsync(action, subject, reason, cancel);
}
