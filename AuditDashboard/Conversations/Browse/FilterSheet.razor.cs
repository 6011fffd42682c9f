using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.Browse;

/// <summary>Period, channel, branch and outcome of the list.</summary>
public sealed partial class FilterSheet
{
    public const string Id = "dialogs-filter";

    /// <summary>Null = the whole log.</summary>
    [Parameter] public Period? Period { get; set; }

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Parameter] public string? Channel { get; set; }

    [Parameter] public string? Branch { get; set; }

    [Parameter] public string? Outcome { get; set; }

    /// <summary>The branches the viewer may see.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<BranchOption> Branches { get; set; } = [];

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<DialogsText> Text { get; set; } = default!;

    // Without a period no preset is lit, and the dates offered are the last month's.
    private Period Shown => Period ?? Period.Of(null, null, null, Today) with { Preset = "" };

    private void ChooseChannel(ChangeEventArgs change) => Go("channel", change);

    private void ChooseBranch(ChangeEventArgs change) => Go("branch", change);

    private void ChooseOutcome(ChangeEventArgs change) => Go("f", change);

    private void Go(string member, ChangeEventArgs change) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(member, change.Value is string { Length: > 0 } value ? value : null));

    private static string Key(string outcome) => outcome switch
    {
        "cancelled_by_client" => "TagCancelled",
        "slow" => "ChipSlow",
        "human" => "TagHuman",
        _ => "Tag" + char.ToUpperInvariant(outcome[0]) + outcome[1..],
    };
}
