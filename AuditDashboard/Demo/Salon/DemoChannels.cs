namespace AuditDashboard.Demo.Salon;

/// <summary>The words of <c>channel</c> that the pretended salon uses.</summary>
internal static class DemoChannels
{
    public const string Telegram = "telegram";
    public const string WhatsApp = "whatsapp";
    public const string Instagram = "instagram";
    public const string Max = "max";
    public const string Vk = "vk";
    public const string Phone = "phone";

    /// <summary>The booking journal, where a client has a card rather than an address.</summary>
    public const string Journal = "yclients";
}
