using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Access.People;
using Microsoft.AspNetCore.DataProtection;

namespace AuditDashboard.Access.SignIn;

/// <summary>
/// A pass from a right one-time password to the choice of one's own: 15 minutes, and worthless once the password has changed, because the
/// security stamp in it has.
/// </summary>
internal sealed class PasswordTickets(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly IDataProtector _protector = protection.CreateProtector("AuditDashboard.Access.PasswordTicket.v1");

    public string Make(UserRow user) =>
        _protector.Protect($"{user.Id}\n{user.SecurityStamp}\n{(time.GetUtcNow() + Life).ToUnixTimeSeconds()}");

    /// <summary>The person's id and stamp, or null when the ticket is not ours or too old.</summary>
    public (string UserId, string Stamp)? Read(string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : Parse(_protector.Unprotect(ticket));
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException or DecoderFallbackException)
        {
            return null;
        }
    }

    private (string UserId, string Stamp)? Parse(string text) =>
        text.Split('\n') is [var userId, var stamp, var ends] && long.TryParse(ends, out var seconds)
            && DateTimeOffset.FromUnixTimeSeconds(seconds) > time.GetUtcNow()
            ? (userId, stamp)
            : null;
}
