using AuditDashboard.Access;
using AuditDashboard.Demo.Marking;
using AuditDashboard.Demo.Removal;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Demo.Banner;

/// <summary>Says on every page that the data are made up; an owner can take them out.</summary>
public sealed partial class DemoBanner
{
    private bool _isOwner;
    private bool _removing;
    private bool _failed;

    [Inject] private DemoMarks Marks { get; set; } = default!;
    [Inject] private RemoveDemo Remove { get; set; } = default!;
    [Inject] private ICurrentViewer Viewers { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<DemoText> Text { get; set; } = default!;

    protected override async Task OnInitializedAsync() => _isOwner = Marks.IsHere && (await Viewers.GetAsync()).IsOwner;

    private async Task RemoveAsync()
    {
        if (await ConfirmDialog.AskAsync(Dialogs, Text["RemoveTitle"], Text["RemoveConsequence"], Text["RemoveAction"]) is null)
        {
            return;
        }

        (_removing, _failed) = (true, false);
        StateHasChanged();
        _failed = await Task.Run(() => Remove.HandleAsync(CancellationToken.None)) is not null;
        _removing = false;
        if (!_failed)
        {
            // Pages hold what was; a fresh start shows what is.
            Navigation.NavigateTo("", forceLoad: true);
        }
    }
}
