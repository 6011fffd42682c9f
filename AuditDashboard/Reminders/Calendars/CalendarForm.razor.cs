using AuditDashboard.Settings;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.Calendars;

/// <summary>Whose bookings a new address shall show, and how much of their clients.</summary>
public sealed partial class CalendarForm
{
    private string _name = "";
    private string _branch = "";
    private string _staff = "";
    private bool _showsClient;
    private string? _problem;
    private bool _busy;

    /// <summary>Masters one can choose.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<string> Staff { get; set; } = [];

    /// <summary>Told the secret part of the address.</summary>
    [Parameter] public EventCallback<string> OnDone { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    [Inject] private IssueCalendar Issue { get; set; } = default!;
    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private IStringLocalizer<CalendarText> Text { get; set; } = default!;

    private async Task IssueAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        var issued = await Issue.HandleAsync(new NewCalendar(_name, _branch, _staff, _showsClient), CancellationToken.None);
        _busy = false;
        _problem = issued.Succeeded ? null : RefusalWords.Of(Text, issued.Refusal);
        if (issued.Succeeded)
        {
            await OnDone.InvokeAsync(issued.Value);
        }
    }
}
