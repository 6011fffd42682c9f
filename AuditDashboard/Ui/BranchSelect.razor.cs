using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Ui;

/// <summary>A branch as a filter offers it.</summary>
public sealed record BranchOption(string Code, string Name);

/// <summary>All branches, or one; the address is the state (<c>?branch=</c>). Hidden where there is nothing to choose.</summary>
public sealed partial class BranchSelect
{
    [Parameter, EditorRequired] public IReadOnlyList<BranchOption> Branches { get; set; } = [];

    [Parameter] public string? Value { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private IStringLocalizer<UiText> Text { get; set; } = default!;

    private void Choose(ChangeEventArgs change) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("branch", change.Value is string { Length: > 0 } code ? code : null));
}
