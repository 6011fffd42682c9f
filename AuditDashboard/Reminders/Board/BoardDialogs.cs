using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Sending;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Reminders.Board;

/// <summary>What the page asks before it acts, and what it says afterwards.</summary>
internal sealed class BoardDialogs(
    BoardActs acts, BoardQuery board, RemindNow reminding, IDialogService dialogs, ISnackbar snackbars, IStringLocalizer<RemindersText> text)
{
    /// <summary>Null when it is held; then the way back is offered.</summary>
    /// <param name="released">Called when it was taken back, or done.</param>
    public async Task<Refusal?> HoldAsync(BoardLine line, string act, Func<Task> released, CancellationToken cancel)
    {
        var outcome = await acts.HoldAsync(line.Key, act, cancel);
        if (outcome.Value is not { } takeBack)
        {
            return outcome.Refusal;
        }

        snackbars.Add(text[$"Done_{act}", line.Client ?? text["Nameless"].Value].Value, Severity.Success, options =>
        {
            options.VisibleStateDuration = (int)HeldActs.Patience.TotalMilliseconds;
            options.Action = text["Undo"];
            options.OnClick = _ => { takeBack(); return released(); };
        });
        return null;
    }

    public async Task<(string Words, Tone Tone)?> MoveAsync(BoardLine line, DateTime wall, DateTimeOffset now, CancellationToken cancel) =>
        await acts.MoveAsync(line.Key, wall, now, cancel) is { } refusal ? (text[$"Refused_{refusal.Code}"].Value, Tone.Warn) : (text["Moved"].Value, Tone.Good);

    /// <summary>Shows the words, and sends them when the viewer lets them go.</summary>
    public async Task<(string Words, Tone Tone)?> RemindAsync(BoardLine line, CancellationToken cancel)
    {
        if (await board.FindAsync(line.Key, cancel) is not { } view)
        {
            return (text["Refused_gone"].Value, Tone.Bad);
        }

        var preview = await reminding.PreviewAsync(view.Booking, cancel);
        if (preview.Value is not { } words)
        {
            return Refused(preview.Refusal!);
        }

        if (await ConfirmDialog.AskAsync(dialogs, text["RemindTitle"], words, text["RemindSend"]) is null)
        {
            return null;
        }

        var sent = await reminding.HandleAsync(view.Booking, words, CancellationToken.None);
        return sent.Value is { } state ? (text[$"Reminded_{state}"].Value, state is "sent" or "delivered" ? Tone.Good : Tone.Warn) : Refused(sent.Refusal!);
    }

    private (string Words, Tone Tone) Refused(Refusal refusal) => (text[$"Refused_{refusal.Code}", refusal.Arguments].Value, Tone.Warn);
}
