using AuditDashboard.Foundation;
using AuditDashboard.Kpi.Metrics;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Kpi.Judging;

/// <summary>Дубли и пропущенные: suspicions of K15 and what people say about them. The address is the state.</summary>
public sealed partial class DuplicatesPage : LivePage
{
    /// <summary>How long the way back is offered, in milliseconds.</summary>
    private const int UndoOffered = 8_000;

    private JudgedView? _view;
    private string? _readFrom;

    [SupplyParameterFromQuery(Name = "period")] private string? Preset { get; set; }
    [SupplyParameterFromQuery(Name = "from")] private string? From { get; set; }
    [SupplyParameterFromQuery(Name = "to")] private string? To { get; set; }
    [SupplyParameterFromQuery(Name = "branch")] private string? Branch { get; set; }
    [SupplyParameterFromQuery(Name = "channel")] private string? Channel { get; set; }
    [SupplyParameterFromQuery(Name = "tab")] private string? Tab { get; set; }
    [SupplyParameterFromQuery(Name = "page")] private int? Leafed { get; set; }

    /// <summary>What the prerendered page showed: the circuit begins with it instead of reading again.</summary>
    [PersistentState] public string? Prerendered { get; set; }

    [Inject] private JudgedQuery Query { get; set; } = default!;
    [Inject] private JudgeUnit Judging { get; set; } = default!;
    [Inject] private ISnackbar Snackbars { get; set; } = default!;
    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<JudgedText> Text { get; set; } = default!;

    private Period Chosen => Period.Of(Preset, From, To, Salon.Today);

    private bool ShowsMissed => Tab == "missed";

    private UnitKind Kind => ShowsMissed ? UnitKind.Missed : UnitKind.Duplicate;

    protected override void OnInitialized()
    {
        if (Carried.Unpack<JudgedView>(Prerendered) is { } shown)
        {
            (_view, _readFrom) = (shown, Navigation.Uri);
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_readFrom != Navigation.Uri)
        {
            await ReadAsync();
            Prerendered = Carried.Pack(_view);
        }
    }

    private async Task ReadAsync()
    {
        _readFrom = Navigation.Uri;
        _view = await Query.RunAsync(Chosen, Branch, Channel, ShowsMissed, Math.Clamp(Leafed ?? 1, 1, 1_000_000), Leaving);
    }

    private async Task JudgeAsync((JudgedLine Line, string? Verdict) asked)
    {
        var (kind, words) = (Kind, asked.Verdict is null ? "" : Text[$"{(asked.Verdict == JudgeUnit.Yes ? "Yes" : "No")}_{(ShowsMissed ? "missed" : "doubles")}"].Value);
        if (!await Judging.HandleAsync(kind, asked.Line.Seq, asked.Verdict, CancellationToken.None))
        {
            Snackbars.Add(Text["NotJudged"].Value, Severity.Warning);
            return;
        }

        if (asked.Verdict is not null)
        {
            Snackbars.Add(Text["Judged", words].Value, Severity.Normal, options =>
            {
                options.VisibleStateDuration = UndoOffered;
                options.Action = Text["Undo"];
                options.OnClick = _ => InvokeAsync(() => TakeBackAsync(kind, asked.Line));
            });
        }

        await ReadAsync();
    }

    /// <summary>What stood before the verdict stands again.</summary>
    private async Task TakeBackAsync(UnitKind kind, JudgedLine line)
    {
        await Judging.HandleAsync(kind, line.Seq, line.Verdict, CancellationToken.None);
        if (!Leaving.IsCancellationRequested)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    private string Link(string? tab) => Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["tab"] = tab, ["page"] = null });

    private string Leaf(int page) => Navigation.GetUriWithQueryParameter("page", page == 1 ? null : page);
}
