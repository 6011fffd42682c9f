using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>One person with all their channels and dialogs; here two records become one person, and two again.</summary>
public sealed partial class ClientPage : LivePage
{
    private static readonly string[] Columns = ["Client", "Channel", "Last", "Outcome", "Response", "Branch", "When"];

    private ClientView? _view;
    private Guid _shown;
    private string? _problem;
    private bool _read;

    [Parameter] public Guid Client { get; set; }

    /// <summary>The client whose opening is already in the journal: the page loads twice, the viewer opens it once.</summary>
    [PersistentState] public Guid? Noted { get; set; }

    [Inject] private ClientQuery Query { get; set; } = default!;
    [Inject] private MergeDialog Merging { get; set; } = default!;
    [Inject] private Pulse<SessionsChanged> Changed { get; set; } = default!;
    [Inject] private ISnackbar Snackbars { get; set; } = default!;
    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private IStringLocalizer<ClientText> Text { get; set; } = default!;

    private string Heading => _view is null ? Text["TitleMissing"] : _view.Name ?? Text["Nameless"];

    // Any news may be a new dialog of this client.
    protected override void OnInitialized() => Refresh(Changed, _ => _view is not null, ReadAsync);

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Client)
        {
            (_shown, _view, _problem) = (Client, null, null);
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var asked = _shown;
        var view = Noted == asked
            ? await Query.RunAsync(new ClientId(asked), Leaving)
            : await Query.OpenAsync(new ClientId(asked), Leaving);
        Noted = view is null ? Noted : asked;
        if (asked == _shown)
        {
            (_view, _read) = (view, true);
        }
    }

    private async Task MergeAsync(ClientCandidate other)
    {
        if (_view is not { } view || !await Merging.ConfirmAsync(other, view))
        {
            return;
        }

        var merged = await Merging.MergeAsync(other.Id, view.Id);
        await TellAsync(merged.Refusal);
        if (merged.Succeeded)
        {
            Merging.OfferUndo(Snackbars, () => InvokeAsync(() => TakeBackAsync(other.Id, view.Id)));
        }
    }

    private async Task SeparateAsync(ClientView.Merge merge)
    {
        if (await Merging.ConfirmSeparationAsync(merge, Heading))
        {
            await TakeBackAsync(merge.From, merge.Into);
        }
    }

    private async Task TakeBackAsync(ClientId from, ClientId into) => await TellAsync((await Merging.SeparateAsync(from, into)).Refusal);

    private async Task TellAsync(Refusal? refusal)
    {
        _problem = refusal is null ? null : RefusalWords.Of(Text, refusal);
        if (!Leaving.IsCancellationRequested)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }
}
