using AuditDashboard.Settings.Editing;
using AuditDashboard.Settings.Store;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Settings.Prices;

/// <summary>Цены: what a booking is worth where it does not say so, and a minute of a person.</summary>
public sealed partial class PricesPage
{
    private readonly List<PriceDraft> _services = [];
    private decimal? _average;
    private decimal? _minute;
    private string? _problem;

    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private SettingEditor Editor { get; set; } = default!;
    [Inject] private IStringLocalizer<SettingsText> Text { get; set; } = default!;

    protected override void OnInitialized() => Show();

    private void Show()
    {
        var prices = Settings.Prices;
        (_average, _minute) = (PriceDraft.RoublesOf(prices.AverageKopecks), PriceDraft.RoublesOf(prices.MinuteKopecks));
        _services.Clear();
        _services.AddRange(prices.Services.Select(service => new PriceDraft { Name = service.Name, Roubles = PriceDraft.RoublesOf(service.Kopecks) }));
    }

    private async Task SaveAsync()
    {
        var named = _services.FindAll(service => !service.IsEmpty);
        if (!PriceDraft.IsMoney(_average) || !PriceDraft.IsMoney(_minute) || named.Exists(service => !service.IsSound))
        {
            _problem = Editor.Refuse("price.wrong");
            return;
        }

        var wanted = new PriceSettings(
            [.. named.Select(service => new PriceSettings.Price(service.Name.Trim(), PriceDraft.Kopecks(service.Roubles)!.Value)).DistinctBy(service => service.Name, StringComparer.OrdinalIgnoreCase)],
            PriceDraft.Kopecks(_average), PriceDraft.Kopecks(_minute));
        _problem = await Editor.SaveAsync(Sections.Prices, Settings.Prices, wanted, () => InvokeAsync(ShowAgain));
    }

    private void ShowAgain()
    {
        Show();
        StateHasChanged();
    }
}
