using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Tasks;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Reminders.Board;

/// <summary>Says that a task is done, and offers the way back.</summary>
internal sealed class BoardTasks(CompleteTask tasks, ISnackbar snackbars, IStringLocalizer<RemindersText> text)
{
    // A change that has begun is not given up when the viewer leaves.
    public async Task<Refusal?> DoneAsync(BoardLine line, LineTask task)
    {
        if (await tasks.HandleAsync(task.Id, isDone: true, CancellationToken.None) is { } refusal)
        {
            return refusal;
        }

        snackbars.Add(text["TaskIsDone", line.Client ?? text["Nameless"].Value].Value, Severity.Success, options =>
        {
            options.VisibleStateDuration = (int)HeldActs.Patience.TotalMilliseconds;
            options.Action = text["Undo"];
            options.OnClick = _ => tasks.HandleAsync(task.Id, isDone: false, CancellationToken.None);
        });
        return null;
    }
}
