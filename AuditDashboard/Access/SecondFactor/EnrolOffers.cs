using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AuditDashboard.Access.SecondFactor;

/// <summary>A secret on its way to the app and back: sealed into the form, so that a mistyped code does not cost another scan. Good for its person only.</summary>
internal sealed class EnrolOffers(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AuditDashboard.Access.EnrolOffer.v1");

    public string Seal(string userId, string secret) => _protector.Protect($"{userId}\n{secret}");

    public string? SecretOf(string? offer, string userId)
    {
        try
        {
            return !string.IsNullOrEmpty(offer) && _protector.Unprotect(offer).Split('\n') is [var owner, var secret] && owner == userId ? secret : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
