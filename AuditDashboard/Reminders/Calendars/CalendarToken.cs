using System.Security.Cryptography;
using System.Text;
using AuditDashboard.Foundation;

namespace AuditDashboard.Reminders.Calendars;

/// <summary>The secret part of a calendar's address: 43 characters of 5.95 bits each.</summary>
internal static class CalendarToken
{
    public const int Length = 43;

    public static string Make() => Secrets.Token(Length);

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
