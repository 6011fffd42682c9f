using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Settings.Salon;

/// <summary>The organization, its zone and its branches.</summary>
public sealed partial class SalonPage
{
    private readonly List<BranchDraft> _branches = [];
    private string _name = "";
    private string _zone = "";
    private string? _problem;
    private string? _saved;
    private bool _busy;

    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private ChangeSalon Change { get; set; } = default!;
    [Inject] private SalonClock Clock { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;
    [Inject] private IStringLocalizer<SettingsText> Text { get; set; } = default!;

    protected override void OnInitialized() => Show(Settings.Salon);

    private void Show(SalonSettings salon)
    {
        (_name, _zone) = (salon.Name, salon.TimeZone);
        _branches.Clear();
        _branches.AddRange(salon.Branches.Select(BranchDraft.Of));
    }

    private IReadOnlyList<(string Id, string Words)> ZonesFor(string zone) => Zones.For(zone, Text, Clock.Now);

    private void Add() => _branches.Add(new BranchDraft());

    private async Task RemoveAsync(BranchDraft branch)
    {
        if (!branch.IsKnown
            || await ConfirmDialog.AskAsync(Dialogs, Text["BranchRemoveTitle", branch.Name], Text["BranchRemoveText"], Text["BranchRemoveDo"]) is not null)
        {
            _branches.Remove(branch);
        }
    }

    private async Task SaveAsync()
    {
        if (_busy)
        {
            return;
        }

        foreach (var branch in _branches.Where(branch => branch.Code.Length == 0 && branch.Name.Length > 0))
        {
            branch.Code = BranchCode.From(branch.Name, [.. _branches.Select(other => other.Code)]);
        }

        _busy = true;
        var zoneChanges = _zone != Clock.Zone.Id;
        var refusal = await Change.HandleAsync(
            new SalonSettings(_name.Trim(), _zone, [.. _branches.Select(branch => branch.ToBranch())]), CancellationToken.None);
        _busy = false;
        _problem = refusal is null ? null : RefusalWords.Of(Text, refusal);
        _saved = refusal is null ? Text[zoneChanges ? "SavedZone" : "Saved"].Value : null;
        if (refusal is null)
        {
            Show(Settings.Salon);
        }
    }
}
