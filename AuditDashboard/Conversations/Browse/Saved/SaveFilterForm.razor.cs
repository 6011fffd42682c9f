using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Conversations.Browse.Saved;

/// <summary>Gives the filter in force a name, for oneself or for everybody.</summary>
public sealed partial class SaveFilterForm
{
    private string _name = "";
    private bool _isCommon;
    private bool _refused;
    private string? _said;

    /// <summary>The query to keep.</summary>
    [Parameter, EditorRequired] public string Shown { get; set; } = "";

    [Parameter] public EventCallback OnSaved { get; set; }

    [Inject] private SavedFilters Saved { get; set; } = default!;
    [Inject] private IStringLocalizer<DialogsText> Text { get; set; } = default!;

    private async Task SaveAsync()
    {
        var refusal = await Saved.AddAsync(_name, Shown, _isCommon, CancellationToken.None);
        (_refused, _said) = (refusal is not null, refusal is null ? Text["FilterSaved"].Value : RefusalWords.Of(Text, refusal));
        if (refusal is null)
        {
            (_name, _isCommon) = ("", false);
            await OnSaved.InvokeAsync();
        }
    }
}
