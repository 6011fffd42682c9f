using Microsoft.AspNetCore.Components;

namespace AuditDashboard.Conversations.Browse;

/// <summary>One choice of the drawer; what is chosen goes into the address.</summary>
public sealed partial class FilterField
{
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>Its name for tests; <see cref="Member"/> is its name in the address.</summary>
    [Parameter, EditorRequired] public string Filter { get; set; } = "";

    [Parameter, EditorRequired] public string Member { get; set; } = "";

    [Parameter] public string? Value { get; set; }

    /// <summary>What it says when it narrows nothing.</summary>
    [Parameter, EditorRequired] public string Any { get; set; } = "";

    [Parameter, EditorRequired] public IEnumerable<(string Value, string Words)> Options { get; set; } = [];

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private void Choose(ChangeEventArgs change) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(Member, change.Value is string { Length: > 0 } value ? value : null));
}
