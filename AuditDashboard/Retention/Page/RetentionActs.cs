using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Retention.Holds;
using AuditDashboard.Retention.Rules;
using AuditDashboard.Retention.Runs;
using AuditDashboard.Ui;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace AuditDashboard.Retention.Page;

/// <summary>What an owner does on the page of retention; asks before something is gone.</summary>
internal sealed class RetentionActs(
    RunActs runs, ChangeRetention changing, ChangeHolds holds, IDialogService dialogs, ICurrentViewer viewers, IStringLocalizer<RetentionText> text)
{
    public async Task<RunRow> PreviewAsync(RetentionDays days, CancellationToken cancel) => await runs.Preview.RunAsync(days, cancel);

    public Task<Refusal?> SaveAsync(RetentionDays days, CancellationToken cancel) => changing.HandleAsync(days, cancel);

    /// <summary>Null when the viewer changed their mind; the run goes on when they leave.</summary>
    public async Task<Refusal?> RunAsync(RunRow preview, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (!viewer.IsOwner)
        {
            return new Refusal("forbidden");
        }

        var consequence = text["RunText", Formats.Count(preview.Messages), Formats.Count(preview.Dialogs)];
        if (await ConfirmDialog.AskAsync(dialogs, text["RunTitle"], consequence, text["Run"]) is null)
        {
            return null;
        }

        await runs.Journal.WriteAsync("retention.run", null, null, cancel);
        runs.Begin(new RetentionDays(preview.ConversationDays, preview.CallDays, preview.QuarantineDays), viewer.UserId);
        return null;
    }

    public async Task<Refusal?> LiftAsync(RetentionView.Hold hold, CancellationToken cancel) =>
        await ConfirmDialog.AskAsync(dialogs, text["LiftTitle"], text["LiftText"], text["Lift"]) is null ? null : await holds.LiftAsync(hold.Id, cancel);
}
