using System.Net.Mail;
using AuditDashboard.Foundation;

namespace AuditDashboard.Access.People;

/// <summary>What a person's data must look like. ASVS 6.2: length counts, composition does not.</summary>
internal static class PersonRules
{
    /// <summary>Least characters of a password that a person chooses.</summary>
    public const int ShortestChosen = 12;

    /// <summary>Least characters of a password that comes from configuration.</summary>
    public const int ShortestProvisioned = 8;

    public const int Longest = 128;

    public static Refusal? JudgeEmail(string email) =>
        email.Length <= 254 && MailAddress.TryCreate(email, out var address) && address.Address == email && !email.Any(char.IsControl)
            ? null
            : new Refusal("email.invalid");

    public static Refusal? JudgePassword(string password, int shortest) => password.Length switch
    {
        var length when length < shortest => new Refusal("password.short", shortest),
        > Longest => new Refusal("password.long", Longest),
        _ => null,
    };

    /// <summary>A password that a person chose: long enough, and not simply one letter again and again or their own address.</summary>
    public static Refusal? JudgeChosen(string password, string email) =>
        JudgePassword(password, ShortestChosen) ?? (password.Distinct().Count() < 5 || password.Contains(email, StringComparison.OrdinalIgnoreCase)
            ? new Refusal("password.weak")
            : null);

    public static Refusal? JudgeRole(string role) => Roles.All.Contains(role) ? null : new Refusal("role.unknown");
}
