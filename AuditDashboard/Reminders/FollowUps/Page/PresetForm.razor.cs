using AuditDashboard.Reminders.Presets;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.FollowUps.Page;

/// <summary>Puts a preset into what is edited; nothing counts before it is saved.</summary>
public sealed partial class PresetForm
{
    private string _name = "";
    private bool _replacesOwn;
    private (string? Preset, List<string> Texts)? _before;

    [Parameter, EditorRequired] public FollowUpDraft Draft { get; set; } = default!;

    [Parameter] public EventCallback OnTaken { get; set; }

    [Inject] private PresetList Presets { get; set; } = default!;
    [Inject] private ReminderRules Rules { get; set; } = default!;
    [Inject] private IStringLocalizer<FollowUpsText> Text { get; set; } = default!;

    private Preset? Chosen => Presets.Of(_name);

    protected override void OnInitialized() => _name = Draft.Preset ?? "";

    private void Choose(ChangeEventArgs chosen) => _name = chosen.Value?.ToString() ?? "";

    private List<PresetChange> ChangesOf(Preset preset)
    {
        List<PresetChange> changes = [];
        if (!Rules.HasOwn && Hours(Presets.Of(Draft.Preset)?.Rules ?? Presets.Of(PresetList.Usual)!.Rules) is var now && Hours(preset.Rules) is var then && now != then)
        {
            changes.Add(new PresetChange(Text["Reminders"], now, then));
        }

        foreach (var (index, (draft, text)) in Draft.All.Zip(preset.Texts.Append(preset.CallText)).Index())
        {
            if (draft.Text != text)
            {
                changes.Add(new PresetChange(Text[index < FollowUpSettings.Steps ? $"Step{index + 1}" : "CallText"], draft.Text, text, IsKept(draft)));
            }
        }

        return changes;
    }

    /// <summary>Own words are never overwritten by the way.</summary>
    private bool IsKept(TextDraft draft) => !_replacesOwn && draft.Text.Trim().Length > 0 && !Presets.IsOurs(draft.Text);

    private string Hours(IEnumerable<ReminderRule> rules) => string.Join(", ", rules.Select(rule => Text["Before", (int)rule.Before.TotalHours].Value));

    private async Task TakeAsync()
    {
        var preset = Chosen!;
        _before = (Draft.Preset, [.. Draft.All.Select(draft => draft.Text)]);
        foreach (var (draft, text) in Draft.All.Zip(preset.Texts.Append(preset.CallText)).Where(pair => !IsKept(pair.First)))
        {
            draft.Text = text;
        }

        Draft.Preset = preset.Name;
        await OnTaken.InvokeAsync();
    }

    private async Task BackAsync()
    {
        var (preset, texts) = _before!.Value;
        foreach (var (draft, text) in Draft.All.Zip(texts))
        {
            draft.Text = text;
        }

        (Draft.Preset, _name, _before) = (preset, preset ?? "", null);
        await OnTaken.InvokeAsync();
    }
}
