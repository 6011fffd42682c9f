using AuditDashboard.Settings;
using AuditDashboard.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Reminders.Calendars;

/// <summary>Addresses for phones' calendars: a new one is shown once; a revoked one never works again.</summary>
public sealed partial class CalendarsPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private IReadOnlyList<CalendarLine>? _lines;
    private IReadOnlyList<string> _staff = [];
    private bool _isOpen;
    private string? _token;
    private string? _problem;

    [Inject] private CalendarsQuery Query { get; set; } = default!;
    [Inject] private RevokeCalendar Revoke { get; set; } = default!;
    [Inject] private ISettings Settings { get; set; } = default!;
    [Inject] private CalendarAddress Address { get; set; } = default!;
    [Inject] private IDialogService Dialogs { get; set; } = default!;
    [Inject] private IStringLocalizer<CalendarText> Text { get; set; } = default!;

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _staff = await Query.StaffAsync(_leaving.Token);
        await ReadAsync();
    }

    private async Task ReadAsync() => _lines = await Query.RunAsync(_leaving.Token);

    private void Open() => (_isOpen, _problem) = (true, null);

    private void Close() => _isOpen = false;

    private async Task DoneAsync(string token)
    {
        (_isOpen, _token) = (false, token);
        await ReadAsync();
    }

    private async Task RevokeAsync(CalendarLine line)
    {
        if (await ConfirmDialog.AskAsync(Dialogs, Text["RevokeTitle", line.Name], Text["RevokeText"], Text["Revoke"]) is not null)
        {
            var refusal = await Revoke.HandleAsync(line.Id, _leaving.Token);
            _problem = refusal is null ? null : RefusalWords.Of(Text, refusal);
            await ReadAsync();
        }
    }
}
