namespace AuditDashboard.Ui;

/// <summary>Channels as people call them.</summary>
public static class ChannelNames
{
    /// <summary>The name in the viewer's language; an unknown channel keeps its own.</summary>
    public static string Of(string? channel) => channel switch
    {
        null or "" => UiWords.Get("ChannelUnknown"),
        "telegram" => UiWords.Get("ChannelTelegram"),
        "whatsapp" => UiWords.Get("ChannelWhatsapp"),
        "instagram" => UiWords.Get("ChannelInstagram"),
        "max" => UiWords.Get("ChannelMax"),
        "vk" => UiWords.Get("ChannelVk"),
        "phone" or "call" or "voice" => UiWords.Get("ChannelPhone"),
        "web" or "site" => UiWords.Get("ChannelWeb"),
        _ => channel,
    };

    internal static string Css(string? channel) => channel switch
    {
        "telegram" => "tg",
        "whatsapp" => "wa",
        "instagram" => "ig",
        "max" => "mx",
        "vk" => "vk",
        "phone" or "call" or "voice" => "ph",
        "web" or "site" => "web",
        _ => "other",
    };
}
