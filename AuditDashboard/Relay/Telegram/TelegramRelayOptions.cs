using System.ComponentModel.DataAnnotations;

namespace AuditDashboard.Relay.Telegram;

/// <summary>The relay to Telegram's Bot API. Which server that is stands at the endpoint (<c>ApiBaseUrl</c>).</summary>
internal sealed class TelegramRelayOptions
{
    public const string Section = "Relay:Telegram";

    /// <summary>Seconds without a byte in either direction after which a call is given up; long polling is quiet for up to 50 s.</summary>
    [Range(60, 3600)]
    public int QuietSeconds { get; set; } = 120;
}
