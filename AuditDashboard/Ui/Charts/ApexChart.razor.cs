using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AuditDashboard.Ui.Charts;

/// <summary>A time series drawn by the ApexCharts library, which loads with the first chart of a tab. A new <see cref="Series"/> reference means new data.</summary>
public sealed partial class ApexChart : IAsyncDisposable
{
    private const string Module = "./Ui/Charts/ApexChart.razor.js";

    private ElementReference _canvas;
    private IJSObjectReference? _module;
    private IJSObjectReference? _chart;
    private DotNetObjectReference<ApexChart>? _self;
    private ChartSpec? _sentSpec;
    private IReadOnlyList<ChartLine>? _sentSeries;
    private bool _changed;
    private bool _disposed;

    [Parameter, EditorRequired] public ChartSpec Spec { get; set; } = default!;

    [Parameter, EditorRequired] public IReadOnlyList<ChartLine> Series { get; set; } = [];

    /// <summary>What the drawing says, in a sentence, for those who cannot see it.</summary>
    [Parameter, EditorRequired] public string Summary { get; set; } = "";

    [Parameter] public int Height { get; set; } = 260;

    [Parameter] public EventCallback<ChartPoint> OnPoint { get; set; }

    [Inject] private IJSRuntime Js { get; set; } = default!;
    [Inject] private ILogger<ApexChart> Logger { get; set; } = default!;

    protected override void OnParametersSet() => _changed = !ReferenceEquals(_sentSeries, Series) || _sentSpec != Spec;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_changed || _disposed || (!firstRender && _chart is null))
        {
            return;
        }

        var (spec, series) = (Spec, Series);
        var specChanged = _sentSpec != spec;
        (_sentSpec, _sentSeries, _changed) = (spec, series, false);
        try
        {
            if (firstRender)
            {
                await CreateAsync(spec, series);
            }
            else
            {
                await _chart!.InvokeVoidAsync("update", specChanged ? spec : null, series);
            }
        }
        catch (JSDisconnectedException)
        {
            // The tab is gone.
        }
        catch (JSException problem)
        {
            LogNotDrawn(Logger, problem);
        }
    }

    private async Task CreateAsync(ChartSpec spec, IReadOnlyList<ChartLine> series)
    {
        _module = await Js.InvokeAsync<IJSObjectReference>("import", Module);
        _self = OnPoint.HasDelegate ? DotNetObjectReference.Create(this) : null;
        if (!_disposed)
        {
            _chart = await _module.InvokeAsync<IJSObjectReference>("create", _canvas, spec, series, Height, _self);
        }

        if (_disposed)
        {
            // The viewer left while the library was loading.
            await ReleaseAsync();
        }
        else if (!ReferenceEquals(series, Series) || spec != Spec)
        {
            _changed = true;
            StateHasChanged();
        }
    }

    /// <summary>Called by the module when a point is clicked.</summary>
    [JSInvokable]
    public Task PointAsync(int series, int point) => OnPoint.InvokeAsync(new ChartPoint(series, point));

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await ReleaseAsync();
    }

    private async Task ReleaseAsync()
    {
        try
        {
            if (_chart is { } chart)
            {
                await chart.InvokeVoidAsync("dispose");
                await chart.DisposeAsync();
            }

            if (_module is { } module)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception problem) when (problem is JSDisconnectedException or JSException)
        {
            // The tab is gone, and the drawing with it.
        }

        (_chart, _module) = (null, null);
        _self?.Dispose();
    }

    [LoggerMessage(EventId = 6100, Level = LogLevel.Warning, Message = "A chart could not be drawn")]
    private static partial void LogNotDrawn(ILogger logger, Exception problem);
}
