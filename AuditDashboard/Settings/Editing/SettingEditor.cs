using AuditDashboard.Foundation;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Settings.Editing;

/// <summary>Saves a section from its page, and offers to save the old one again.</summary>
internal sealed class SettingEditor(ChangeSection change, ISnackbar snackbars, IStringLocalizer<SettingsText> text)
{
    /// <summary>How long the way back is offered, in milliseconds.</summary>
    private const int UndoOffered = 8_000;

    /// <param name="undone">Shows what counts again.</param>
    /// <returns>Why it was refused, in words; null when it counts.</returns>
    public async Task<string?> SaveAsync<T>(string section, T current, T wanted, Func<Task> undone)
        where T : class
    {
        // A change that has begun is not given up when the viewer leaves.
        if (await change.HandleAsync(section, current, wanted, CancellationToken.None) is { } refusal)
        {
            return RefusalWords.Of(text, refusal);
        }

        snackbars.Add(text["Saved"].Value, Severity.Success, options =>
        {
            options.VisibleStateDuration = UndoOffered;
            options.Action = text["Undo"];
            options.OnClick = async _ =>
            {
                await change.HandleAsync(section, wanted, current, CancellationToken.None);
                await undone();
            };
        });
        return null;
    }

    /// <summary>Says no in words.</summary>
    public string Refuse(string code, params object[] arguments) => RefusalWords.Of(text, new Refusal(code, arguments));
}
