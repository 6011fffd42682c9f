using AuditDashboard.Foundation;
using AuditDashboard.Retention.Erasure;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Retention.Page;

/// <summary>One person's rights: a copy of what is held, a hold while there is a dispute, and to be forgotten.</summary>
public sealed partial class ClientDataPage : LivePage
{
    private static readonly IReadOnlyList<string> Bases = ErasureTerms.Bases;

    private ClientDataView? _view;
    private bool _read;
    private string _dialog = "";
    private string _basis = ErasureTerms.Bases[0];
    private (string Words, Tone Tone)? _notice;

    [Parameter] public Guid Client { get; set; }

    /// <summary>The page loads twice, the viewer opens it once.</summary>
    [PersistentState] public Guid? Noted { get; set; }

    [Inject] private ClientDataQuery Query { get; set; } = default!;
    [Inject] private ClientDataActs Acts { get; set; } = default!;
    [Inject] private Pulse<RetentionChanged> Changed { get; set; } = default!;
    [Inject] private SalonClock Salon { get; set; } = default!;
    [Inject] private IStringLocalizer<RetentionText> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Refresh(Changed, _ => true, ReadAsync);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        _view = await Query.RunAsync(Client, Noted != Client, Leaving);
        (_read, Noted) = (true, Client);
    }

    private async Task NoteAsync()
    {
        await Acts.NoteRequestAsync(Client, Leaving);
        await ReadAsync();
    }

    private async Task CloseAsync(RetentionView.Request request)
    {
        await Acts.CloseRequestAsync(request.Id, Leaving);
        await ReadAsync();
    }

    private async Task HoldAsync() => await TellAsync(await Acts.HoldAsync(Client, Guid.TryParse(_dialog, out var dialog) ? dialog : null, Leaving), "HoldPlaced");

    private async Task LiftAsync(RetentionView.Hold hold) => await TellAsync((true, await Acts.LiftAsync(hold.Id, Leaving)), "HoldLifted");

    private async Task EraseAsync() => await TellAsync(await Acts.EraseAsync(Client, _basis, Leaving), "ErasureAsked");

    private async Task TellAsync((bool Done, Refusal? Refusal) outcome, string done)
    {
        if (outcome.Done)
        {
            _notice = outcome.Refusal is { } refusal ? (RefusalWords.Of(Text, refusal), Tone.Bad) : (Text[done], Tone.Good);
            await ReadAsync();
        }
    }
}
