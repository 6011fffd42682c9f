using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AuditDashboard.Bitrix24.Portal;

/// <summary>The webhook's address at rest.</summary>
internal sealed partial class PortalSeal(IDataProtectionProvider protection, ILogger<PortalSeal> logger)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AuditDashboard.Bitrix24.Portal");

    public string Seal(string address) => _protector.Protect(address);

    /// <summary>Null where the key that sealed it is gone: the address must be entered again.</summary>
    public string? Open(string sealedAddress)
    {
        try
        {
            return _protector.Unprotect(sealedAddress);
        }
        catch (CryptographicException)
        {
            LogLost();
            return null;
        }
    }

    [LoggerMessage(EventId = 4100, Level = LogLevel.Error, Message = "The address of the Bitrix24 portal cannot be opened: the data protection key is missing. Enter it again")]
    private partial void LogLost();
}
