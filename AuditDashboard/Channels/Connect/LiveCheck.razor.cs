using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Channels.Connect;

/// <summary>Waits for the first event and shows it; after a minute, or after a refusal, what to look at.</summary>
public sealed partial class LiveCheck : LivePage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private IReadOnlyList<RefusedCalls.Refused> _refused = [];
    private SeenEvent? _seen;
    private bool _reached;
    private bool _late;

    [Parameter, EditorRequired] public CheckTarget Target { get; set; } = default!;

    [Inject] private LiveCheckQuery Query { get; set; } = default!;
    [Inject] private Pulse<EventsAppended> Appended { get; set; } = default!;
    [Inject] private Pulse<RefusedCalls.Added> Refused { get; set; } = default!;
    [Inject] private IStringLocalizer<ConnectText> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Refresh(Appended, _ => _seen is null, ReadAsync);
        Refresh(Refused, added => _seen is null && LiveCheckQuery.Concerns(Target, added.Caller), ReadAsync);
        _late = Clock.GetUtcNow() - Target.Since >= Patience;
        await ReadAsync();
        _ = LosePatienceAsync();
    }

    private async Task ReadAsync()
    {
        _seen ??= await Query.FirstAsync(Target, Leaving);
        (_refused, _reached) = (Query.Refusals(Target), Query.WasReached(Target));
    }

    private async Task LosePatienceAsync()
    {
        try
        {
            var left = Target.Since + Patience - Clock.GetUtcNow();
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, Clock, Leaving);
                _late = true;
                await InvokeAsync(StateHasChanged);
            }
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The viewer left.
        }
    }

    private static string IconOf(Tone tone) => tone switch
    {
        Tone.Good => Icons.Material.Outlined.CheckCircle,
        Tone.Bad => Icons.Material.Outlined.Error,
        _ => Icons.Material.Outlined.HelpOutline,
    };
}
