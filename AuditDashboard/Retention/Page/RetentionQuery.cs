using AuditDashboard.Foundation;
using AuditDashboard.Retention.Dossier;
using AuditDashboard.Retention.Erasure;
using AuditDashboard.Retention.Holds;
using AuditDashboard.Retention.Rules;
using AuditDashboard.Retention.Runs;

namespace AuditDashboard.Retention.Page;

/// <summary>Reads everything about forgetting that an owner looks at.</summary>
internal sealed class RetentionQuery(RetentionRules rules, HoldBook holds, RunShelf runs, ErasureList erasures, SubjectRequests requests, SalonClock clock)
{
    private const int Shown = 12;

    public async Task<RetentionView> RunAsync(CancellationToken cancel)
    {
        var (days, today) = (await rules.CurrentAsync(cancel), clock.Today);
        return new RetentionView(
            new RetentionView.Periods(days.Conversations, days.Calls, days.Quarantine),
            [.. (await holds.ListAsync(cancel)).Select(Of)],
            [.. (await runs.ListAsync(Shown, cancel)).Select(row => new RetentionView.Run(
                row.Id, row.StartedAt, row.EndedAt, row.By == "schedule", row.ConversationDays, row.Messages, row.Dialogs, row.Clients, row.Others))],
            await erasures.RunAsync(Shown, cancel),
            [.. (await requests.OpenAsync(cancel)).Select(row => new RetentionView.Request(row.Id, row.ClientId, row.ReceivedOn, row.DueOn, WorkingDays.Between(today, row.DueOn)))]);
    }

    public static RetentionView.Hold Of(HoldRow row) =>
        new(row.Id, row.Kind, row.Kind == "client" ? $"clients/{row.Subject}" : $"dialogs/{row.Subject}", row.Reason, row.ByName, row.PlacedAt);
}
