using System.Globalization;
using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Kpi.Tiles;

/// <summary>Обзор: the numbers of a period against the one before; follows <see cref="KpiChanged"/>. The address is the state.</summary>
public sealed partial class OverviewPage : LivePage
{
    private Overview? _shown;
    private bool _stale;

    [SupplyParameterFromQuery(Name = "period")] private string? Preset { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }
    [SupplyParameterFromQuery(Name = "branch")] private string? Branch { get; set; }
    [SupplyParameterFromQuery(Name = "channel")] private string? Channel { get; set; }

    /// <summary>What the prerendered page showed: the circuit begins with it instead of reading again.</summary>
    [PersistentState]
    public string? Prerendered { get; set; }

    [Inject] private OverviewQuery Query { get; set; } = default!;
    [Inject] private Pulse<KpiChanged> Changed { get; set; } = default!;
    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private ILogger<OverviewPage> Logger { get; set; } = default!;
    [Inject] private IStringLocalizer<OverviewText> Text { get; set; } = default!;

    private Period Chosen => Period.Of(Preset, From, To, Salon.Today);

    protected override void OnInitialized()
    {
        _shown = Carried.Unpack<Overview>(Prerendered);
        Refresh(Changed, _ => true, RefreshAsync);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown is null || _shown.Place != new KpiPlace(Chosen, Known(Branch), PlaceQuery.Named(Channel)))
        {
            await ReadAsync();
            Prerendered = _shown is null ? null : Carried.Pack(_shown);
        }
    }

    private async Task ReadAsync()
    {
        var read = await Query.RunAsync(Chosen, Branch, Channel, Leaving);
        _shown = read with { Counts = read.Counts.Or(_shown?.Counts), Times = read.Times.Or(_shown?.Times) };
        _stale = false;
    }

    // Old numbers that say they are old are better than an error in their place.
    private async Task RefreshAsync()
    {
        try
        {
            await ReadAsync();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            _stale = true;
            LogStale(Logger, problem);
        }
    }

    private string? Known(string? branch) => _shown?.Branches.FirstOrDefault(known => known.Code == branch)?.Code;

    private static string Before(Period period) => Dates.Range(period.First.AddDays(-period.Days), period.First.AddDays(-1));

    private string WhenSummary(IReadOnlyList<long> byWeekHour)
    {
        var most = byWeekHour.DefaultIfEmpty().Max();
        if (most == 0)
        {
            return Text["WhenNothing"];
        }

        var at = byWeekHour.Index().First(cell => cell.Item == most).Index;
        var day = CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)(((at / 24) + 1) % 7));
        return Text["WhenSummary", day, at % 24, Formats.Count(most)];
    }

    [LoggerMessage(EventId = 3050, Level = LogLevel.Error, Message = "The overview could not be read again and shows old numbers")]
    private static partial void LogStale(ILogger logger, Exception problem);
}
