using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.ClientPages;

/// <summary>Looks for another record of the same person.</summary>
public sealed partial class MergeSearch : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<ClientCandidate>? _found;
    private string _words = "";

    [Parameter, EditorRequired] public ClientView Into { get; set; } = default!;

    [Parameter] public EventCallback<ClientCandidate> OnChosen { get; set; }

    [Inject] private ClientSearchQuery Query { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private IStringLocalizer<ClientText> Text { get; set; } = default!;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    private async Task SearchAsync(ChangeEventArgs change)
    {
        var asked = _words = change.Value as string ?? "";
        var leaving = _leaving.Token;
        try
        {
            await Task.Delay(Pause, Clock, leaving);
            if (asked != _words)
            {
                return;
            }

            var found = asked.Trim().Length < ClientSearchQuery.ShortestQuery ? null : await Query.RunAsync(asked, Into.Id, leaving);
            _found = asked == _words ? found : _found;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The viewer left.
        }
    }

    private async Task ChooseAsync(ClientCandidate candidate)
    {
        await OnChosen.InvokeAsync(candidate);
        (_words, _found) = ("", null);
    }
}
