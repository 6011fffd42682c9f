using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace AuditDashboard.Channels.Endpoints;

/// <summary>Secrets of endpoints at rest.</summary>
internal sealed partial class EndpointSeal(IDataProtectionProvider protection, ILogger<EndpointSeal> logger)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AuditDashboard.Channels.Endpoints");

    public string Seal(string secret) => _protector.Protect(secret);

    public string Seal(IReadOnlyDictionary<string, string> members) => _protector.Protect(JsonSerializer.Serialize(members));

    public ChannelEndpoint Open(EndpointRow row) => new(
        row.Id, row.Kind, row.Name, row.Bot, row.Branch, OpenMembers(row), row.PausedAt is not null, Open(row.Id, row.SealedOldSecret), row.OldSecretUntil);

    public IReadOnlyDictionary<string, string> OpenMembers(EndpointRow row)
    {
        var members = Open(row.Id, row.SealedMembers) is { } json ? JsonSerializer.Deserialize<Dictionary<string, string>>(json)! : [];
        return new Dictionary<string, string>(members, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Null where the key that sealed it is gone: the endpoint then refuses every call until its secret is entered again.</summary>
    private string? Open(string endpointId, string? sealedText)
    {
        try
        {
            return sealedText is null ? null : _protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            LogLost(endpointId);
            return null;
        }
    }

    [LoggerMessage(EventId = 2201, Level = LogLevel.Error, Message = "The secrets of endpoint {EndpointId} cannot be opened: the data protection key is missing. Enter them again")]
    private partial void LogLost(string endpointId);
}
