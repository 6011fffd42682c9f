using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Access.People;
using AuditDashboard.Foundation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace AuditDashboard.Access.SignIn;

/// <summary>What a ticket opens: the next step of signing in, and nothing else.</summary>
internal enum TicketFor
{
    /// <summary>The password was a one-time one: choose another.</summary>
    Password,

    /// <summary>The password was right: name the code.</summary>
    Code,

    /// <summary>The password was right: set an authenticator up, because it is demanded.</summary>
    Enrolment,
}

/// <summary>
/// A pass from one step of signing in to the next: 15 minutes, and worthless once the password has changed, because the security stamp in it has.
/// </summary>
internal sealed class SignInTickets(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private readonly IDataProtector _protector = protection.CreateProtector("AuditDashboard.Access.SignInTicket.v2");

    public string Make(TicketFor purpose, UserRow user) =>
        _protector.Protect($"{purpose}\n{user.Id}\n{user.SecurityStamp}\n{(time.GetUtcNow() + Life).ToUnixTimeSeconds()}");

    /// <summary>Whose it is; null when the ticket is not ours, not for this, too old, or its person may not come in any more.</summary>
    public async Task<UserRow?> ReadAsync(TicketFor purpose, string? ticket, UserManager<UserRow> users) =>
        Open(ticket)?.Split('\n') is [var kind, var userId, var stamp, var ends] && kind == purpose.ToString()
            && long.TryParse(ends, out var seconds) && DateTimeOffset.FromUnixTimeSeconds(seconds) > time.GetUtcNow()
            && await users.FindByIdAsync(userId) is { IsDisabled: false } user && Secrets.Same(stamp, user.SecurityStamp)
            ? user
            : null;

    private string? Open(string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : _protector.Unprotect(ticket);
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
