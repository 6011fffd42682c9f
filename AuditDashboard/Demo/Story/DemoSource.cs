namespace AuditDashboard.Demo.Story;

/// <summary>Where a client came from (product.md section 7.2); the one without marks is what nobody knows.</summary>
/// <param name="Start">The payload of a deep link, or null.</param>
/// <param name="Share">Per cent of conversations.</param>
internal sealed record DemoSource(string? UtmSource, string? UtmMedium, string? UtmCampaign, string? Start, int Share)
{
    public static readonly IReadOnlyList<DemoSource> All =
    [
        new("telegram", "channel", "season", "ch_season", 21),
        new("telegram", "bot", "shopwindow", "qr_window", 10),
        new("2gis", "maps", "card", null, 10),
        new("yandex_maps", "maps", "card", null, 8),
        new("returning", "crm", null, null, 16),
        new("vk", "cpc", "nails_october", null, 7),
        new("vk", "cpc", "hair_first_visit", null, 5),
        new("recommendation", "referral", null, "ref_friend", 9),
        new("instagram", "social", "profile", null, 6),
        new(null, null, null, null, 8),
    ];
}
