using System.Globalization;
using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Tiles;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Rows;

/// <summary>The rows behind a number, as many as it says. The address is the state.</summary>
public sealed partial class NumberPage : LivePage
{
    private const int WeekHours = 168;
    private const int HoursOfDay = 24;
    private NumberView? _shown;
    private string? _readFrom;

    [Parameter] public string? Number { get; set; }

    [SupplyParameterFromQuery(Name = "period")] private string? Preset { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }
    [SupplyParameterFromQuery(Name = "branch")] private string? Branch { get; set; }
    [SupplyParameterFromQuery(Name = "channel")] private string? Channel { get; set; }
    [SupplyParameterFromQuery(Name = "label")] private string? Label { get; set; }
    [SupplyParameterFromQuery(Name = "hour")] private int? Hour { get; set; }
    [SupplyParameterFromQuery(Name = "page")] private int? Leafed { get; set; }

    /// <summary>What the prerendered page showed: the circuit begins with it instead of reading again.</summary>
    [PersistentState]
    public string? Prerendered { get; set; }

    [Inject] private NumberQuery Query { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private IStringLocalizer<NumberText> Text { get; set; } = default!;
    [Inject] private IStringLocalizer<OverviewText> Codes { get; set; } = default!;

    private KpiNumber? Asked => OpenNumbers.Named(Number);

    private Period Chosen => Period.Of(Preset, From, To, Salon.Today);

    private int? WeekHour => Hour is >= 0 and < WeekHours ? Hour : null;

    private int PageNumber => Math.Clamp(Leafed ?? 1, 1, 1_000_000);

    private string Heading => Asked is { } number ? Text[$"Number{number}"] : Text["NoSuchNumber"];

    /// <summary>What else narrows the rows, in words.</summary>
    private string? Narrowed
    {
        get
        {
            var label = (Asked, Label) switch
            {
                (_, null) => null,
                (KpiNumber.Losses, var reason) => CodeWords.Reason(Codes, reason),
                (KpiNumber.Missed, var way) => CodeWords.Missed(Codes, way),
                (KpiNumber.Reactions or KpiNumber.ReactionsGiven, var reaction) => CodeWords.Reaction(Codes, reaction),
                (_, var other) => other,
            };
            var hour = WeekHour is { } cell
                ? $"{CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)(((cell / HoursOfDay) + 1) % 7))}, {cell % HoursOfDay:00}:00"
                : null;
            return label is null && hour is null ? null : string.Join(" · ", new[] { label, hour }.OfType<string>());
        }
    }

    protected override void OnInitialized()
    {
        if (Prerendered is not null)
        {
            (_shown, _readFrom) = (Carried.Unpack<NumberView>(Prerendered), Navigation.Uri);
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Asked is { } number && _readFrom != Navigation.Uri)
        {
            var from = Navigation.Uri;
            _shown = await Query.RunAsync(new NumberQuery.Asked(number, Chosen, Branch, Channel, Label, WeekHour, PageNumber), Leaving);
            (_readFrom, Prerendered) = (from, Carried.Pack(_shown));
        }
    }

    private string Chip(KpiNumber number) => (_shown?.Place ?? new KpiPlace(Chosen, Branch, Channel)).Rows(number);

    private string Leaf(int page) => Navigation.GetUriWithQueryParameter("page", page == 1 ? null : page);
}
