using System.Net;
using System.Text.RegularExpressions;
using AuditDashboard.Foundation;

namespace AuditDashboard.Bitrix24.Portal;

/// <summary>The address of an incoming webhook (bitrix24.md section 1.1). It is the credential: nothing prints it whole.</summary>
internal sealed partial class WebhookAddress
{
    private static readonly string[] PortalSuffixes =
    [
        ".bitrix24.ru", ".bitrix24.com", ".bitrix24.by", ".bitrix24.kz", ".bitrix24.eu", ".bitrix24.de", ".bitrix24.fr", ".bitrix24.es", ".bitrix24.it", ".bitrix24.pl", ".bitrix24.in",
        ".bitrix24.com.br", ".bitrix24.com.tr", ".bitrix24.ua", ".bitrix24.uz", ".bitrix24.tech", ".bitrix24.site", ".bitrix24.shop",
    ];

    private readonly string _secret;

    private WebhookAddress(Uri origin, string userId, string secret) => (Origin, UserId, _secret) = (origin, userId, secret);

    /// <summary>Scheme, host and port.</summary>
    public Uri Origin { get; }

    public string UserId { get; }

    /// <summary>As it may be shown.</summary>
    public string Masked => $"{Root}/rest/{UserId}/••••";

    /// <summary>Only for the request itself and for sealing.</summary>
    public string Whole => $"{Root}/rest/{UserId}/{_secret}/";

    private string Root => Origin.GetLeftPart(UriPartial.Authority);

    /// <summary>Null where it is none, or may not be called.</summary>
    /// <param name="allowPrivate">Also http and private hosts.</param>
    public static WebhookAddress? Read(string? typed, bool allowPrivate)
    {
        if (!Uri.TryCreate(typed?.Trim(), UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || Form().Match(url.AbsolutePath) is not { Success: true } parts)
        {
            return null;
        }

        return url.Scheme == "https" || (allowPrivate && url.Scheme == "http")
            ? IsPrivate(url) && !allowPrivate ? null : new WebhookAddress(new Uri(url.GetLeftPart(UriPartial.Authority)), parts.Groups[1].Value, parts.Groups[2].Value)
            : null;
    }

    /// <summary>The same webhook at another host, or null where the host is not to be trusted with the secret.</summary>
    public WebhookAddress? MovedTo(Uri place, bool allowPrivate)
    {
        var isPortal = place.Scheme == "https" && Array.Exists(PortalSuffixes, suffix => place.Host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
        var isNeighbour = allowPrivate && place.Scheme is "http" or "https" && IsPrivate(place);
        return isPortal || isNeighbour ? new WebhookAddress(new Uri(place.GetLeftPart(UriPartial.Authority)), UserId, _secret) : null;
    }

    public Uri Of(string method) => new(Whole + method);

    /// <summary>The text without the secret, wherever it stands in it.</summary>
    public string Mask(string text) => text.Replace(_secret, "••••", StringComparison.Ordinal);

    // Whoever prints an address by mistake prints the masked one.
    public override string ToString() => Masked;

    private static bool IsPrivate(Uri url) =>
        url.IsLoopback || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && PrivateNetworks.Contain(address)) || !url.Host.Contains('.', StringComparison.Ordinal);

    [GeneratedRegex("^/rest/([0-9]{1,10})/([A-Za-z0-9_-]{4,128})/?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
