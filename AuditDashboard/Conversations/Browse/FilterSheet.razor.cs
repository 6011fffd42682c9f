using System.Globalization;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.Browse;

/// <summary>Everything the list can be narrowed by (ui.md section 10), and the way to keep it under a name.</summary>
public sealed partial class FilterSheet
{
    public const string Id = "dialogs-filter";

    [Parameter, EditorRequired] public DialogsFilter Filter { get; set; } = default!;

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>The branches the viewer may see.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<BranchOption> Branches { get; set; } = [];

    /// <summary>Null while nothing is read.</summary>
    [Parameter] public ISessions.Traits? Traits { get; set; }

    [Parameter] public EventCallback OnSaved { get; set; }

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<DialogsText> Text { get; set; } = default!;

    // Without a period no preset is lit, and the dates offered are the last month's.
    private Period Shown => Filter.Period ?? Period.Of(null, null, null, Today) with { Preset = "" };

    private static IEnumerable<(string Value, string Words)> ChannelOptions => DialogsFilter.Channels.Select(channel => (channel, ChannelNames.Of(channel)));

    private IEnumerable<(string Value, string Words)> BranchOptions => Branches.Select(branch => (branch.Code, branch.Name));

    private IEnumerable<(string Value, string Words)> OutcomeOptions => DialogsFilter.Outcomes.Select(outcome => (outcome, Text[Key(outcome)].Value));

    private IEnumerable<(string Value, string Words)> ConfidenceOptions =>
        Offered(DialogsFilter.Confidences, Filter.ConfidenceBelow).Select(percent => (Written(percent)!, Text["BelowPercent", Formats.Percent(percent / 100d, 0)].Value));

    private IEnumerable<(string Value, string Words)> WaitOptions =>
        Offered(DialogsFilter.Waits, Filter.WaitAbove).Select(seconds => (Written(seconds)!, Text["AboveSeconds", Formats.Duration(TimeSpan.FromSeconds(seconds))].Value));

    private void ChooseCall(ChangeEventArgs change) => Go("call", change.Value is true);

    private void ChooseHuman(ChangeEventArgs change) => Go("human", change.Value is true);

    private void Go(string member, bool on) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(member, on ? "1" : null));

    // What an address asks for stands in its list, even where no dialog has it any more.
    private static IEnumerable<(string Value, string Words)> Named(IReadOnlyList<string>? known, string? asked) =>
        (known ?? []).Union(asked is null ? [] : [asked]).Select(name => (name, name));

    private static IEnumerable<int> Offered(IReadOnlyList<int> usual, int? asked) => usual.Union(asked is { } other ? [other] : []).Order();

    private static string? Written(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Key(string outcome) => outcome switch
    {
        "cancelled_by_client" => "TagCancelled",
        "slow" => "ChipSlow",
        "human" => "TagHuman",
        _ => "Tag" + char.ToUpperInvariant(outcome[0]) + outcome[1..],
    };
}
