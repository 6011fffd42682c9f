using AuditDashboard.Foundation;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Conversations.Critical;

/// <summary>Carries out what the page's buttons ask for, and offers the way back where there is one.</summary>
internal sealed class CriticalActs(AnswerCritical answer, MarkCritical marks, ISnackbar snackbars, IStringLocalizer<CriticalText> text)
{
    /// <summary>How long the way back is offered, in milliseconds.</summary>
    private const int UndoOffered = 8_000;

    // A change that has begun is not given up when the viewer leaves.
    public async Task<Refusal?> RunAsync(CriticalLine line, CriticalAct act, Func<Task> changed)
    {
        switch (act)
        {
            case CriticalAct.Read: await marks.ReadAsync(line.Seq, CancellationToken.None); break;
            case CriticalAct.Take: await marks.TakeAsync(line.Seq, CancellationToken.None); break;
            case CriticalAct.Release: await marks.ReleaseAsync(line.Seq, CancellationToken.None); break;
            case CriticalAct.Reopen: await marks.ReopenAsync(line.Seq, CancellationToken.None); break;
            default: return await AnswerAsync(line, changed);
        }

        return null;
    }

    private async Task<Refusal?> AnswerAsync(CriticalLine line, Func<Task> changed)
    {
        if (await answer.HandleAsync(line.Seq, CancellationToken.None) is { } refusal)
        {
            return refusal;
        }

        // An event of the log stands for good; a mark by hand does not.
        snackbars.Add(text["Closed"].Value, Severity.Success, options =>
        {
            options.VisibleStateDuration = UndoOffered;
            if (line.Kind == CriticalFold.Call)
            {
                options.Action = text["Undo"];
                options.OnClick = async _ =>
                {
                    await marks.ReopenAsync(line.Seq, CancellationToken.None);
                    await changed();
                };
            }
        });
        return null;
    }
}
