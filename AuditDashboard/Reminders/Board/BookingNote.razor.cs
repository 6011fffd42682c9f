using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace AuditDashboard.Reminders.Board;

/// <summary>Why somebody should call; what was done is said here, and the page hears of it as everybody does.</summary>
public sealed partial class BookingNote
{
    private string? _problem;

    [Parameter, EditorRequired] public LineNote Note { get; set; } = default!;

    [Parameter, EditorRequired] public BoardLine Line { get; set; } = default!;

    [Parameter] public bool MayAct { get; set; }

    [Inject] private BoardTasks Tasks { get; set; } = default!;
    [Inject] private IStringLocalizer<RemindersText> Text { get; set; } = default!;

    private async Task DoneAsync(LineTask task) =>
        _problem = await Tasks.DoneAsync(Line, task) is { } refusal ? Text[$"Refused_{refusal.Code}"].Value : null;
}
