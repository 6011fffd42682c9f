using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Conversations.Browse.Saved;

/// <summary>Filters with a name as links with their counts. What is removed can be put back for a moment.</summary>
public sealed partial class SavedChips
{
    /// <summary>How long the way back is offered, in milliseconds.</summary>
    private const int UndoOffered = 8_000;

    [Parameter, EditorRequired] public IReadOnlyList<SavedFilter> Filters { get; set; } = [];

    /// <summary>What the list shows now, as an address' query.</summary>
    [Parameter, EditorRequired] public string Shown { get; set; } = "";

    [Parameter] public EventCallback OnChanged { get; set; }

    [Inject] private SavedFilters Saved { get; set; } = default!;
    [Inject] private ISnackbar Snackbars { get; set; } = default!;
    [Inject] private IStringLocalizer<DialogsText> Text { get; set; } = default!;

    private bool IsOn(SavedFilter filter) => filter.Query == Shown;

    // A change that has begun is not given up when the viewer leaves.
    private async Task RemoveAsync(SavedFilter filter)
    {
        if (await Saved.RemoveAsync(filter.Id, CancellationToken.None) is not { } removed)
        {
            return;
        }

        Snackbars.Add(Text["SavedRemoved", filter.Name].Value, Severity.Normal, options =>
        {
            options.VisibleStateDuration = UndoOffered;
            options.Action = Text["Undo"];
            options.OnClick = _ => InvokeAsync(() => PutBackAsync(removed));
        });
        await OnChanged.InvokeAsync();
    }

    private async Task PutBackAsync(SavedFilterRow removed)
    {
        await Saved.PutBackAsync(removed, CancellationToken.None);
        await OnChanged.InvokeAsync();
    }
}
