using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Attribution;

/// <summary>K12 on the page of channels: needs, bookings, visits and revenue by channel and source; the share nobody can name is always said.</summary>
public sealed partial class AttributionCard : LivePage
{
    private AttributionView? _view;
    private string? _readFrom;

    [SupplyParameterFromQuery(Name = "period")] private string? Preset { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }
    [SupplyParameterFromQuery(Name = "branch")] private string? Branch { get; set; }
    [SupplyParameterFromQuery(Name = "touch")] private string? Touch { get; set; }

    [Inject] private AttributionQuery Query { get; set; } = default!;
    [Inject] private Pulse<KpiChanged> Changed { get; set; } = default!;
    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<AttributionText> Text { get; set; } = default!;

    private Period Chosen => Period.Of(Preset, From, To, Salon.Today);

    private bool IsLast => Touch == "last";

    protected override void OnInitialized() => Refresh(Changed, _ => true, ReadAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_readFrom != Navigation.Uri)
        {
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        _readFrom = Navigation.Uri;
        _view = await Query.RunAsync(Chosen, Branch, IsLast, Leaving);
    }

    private string Rows(AttributionView.Line row, KpiNumber number) => (_view!.Place with { Channel = row.Channel }).Rows(number, row.Source);

    private string Link(string? touch) => Navigation.GetUriWithQueryParameter("touch", touch);

    private string SourceWords(string source) => source.Split(':', 2) switch
    {
        [""] => Text["Unknown"],
        [var kind, var name] when Text[$"Kind_{kind}", name] is { ResourceNotFound: false } words => words,
        _ => source,
    };
}
