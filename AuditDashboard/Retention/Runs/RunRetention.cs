using System.Globalization;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Retention.Holds;
using AuditDashboard.Retention.Rules;
using AuditDashboard.Storage;
using AuditDashboard.Storage.Purging;

namespace AuditDashboard.Retention.Runs;

/// <summary>
/// Deletes what is older than the retention, batch by batch, and says so in the log. A run that is cut short goes on at the next start: what was deleted
/// is counted in its row, what was not is found again.
/// </summary>
internal sealed partial class RunRetention(RetentionOwners owners, RunShelf shelf, PurgeTools tools, HoldBook holds, TimeProvider time, ILogger<RunRetention> logger)
{
    public static readonly string EventType = "retention.performed";

    /// <param name="by">Id of a person, <c>key:&lt;id&gt;</c> or <c>schedule</c>.</param>
    /// <param name="begun">Told the run's row as soon as it is on disk; it changes while the run goes on.</param>
    public async Task<RunRow> HandleAsync(RetentionDays days, string by, Action<RunRow>? begun, CancellationToken cancel)
    {
        using var turn = await tools.Turn.EnterAsync(cancel);
        var now = time.GetUtcNow();
        var run = new RunRow
        {
            Id = Guid.CreateVersion7(now), StartedAt = now, By = by, ConversationDays = days.Conversations, CallDays = days.Calls, QuarantineDays = days.Quarantine,
            LastSeq = await owners.LastSeqAsync(cancel),
        };
        await shelf.WriteAsync(run, cancel);
        begun?.Invoke(run);
        await CarryOutAsync(run, cancel);
        return run;
    }

    /// <summary>Ends what an earlier process began.</summary>
    public async Task GoOnAsync(CancellationToken cancel)
    {
        foreach (var run in await shelf.UnfinishedAsync(cancel))
        {
            using var turn = await tools.Turn.EnterAsync(cancel);
            LogGoesOn(run.Id);
            await CarryOutAsync(run, cancel);
        }
    }

    private async Task CarryOutAsync(RunRow run, CancellationToken cancel)
    {
        var plan = await PrepareAsync(run, cancel);
        HashSet<SessionId> dialogs = [];
        foreach (var owner in owners.InOrder)
        {
            while (!await PurgeAsync(owner, plan, run, dialogs, cancel))
            {
                plan = await PrepareAsync(run, cancel);
            }
        }

        await tools.Cleaning.CleanWordsAsync(cancel);
        await tools.Cleaning.GiveBackAsync(cancel);
        await TellAsync(run, cancel);
    }

    private async Task<Plan> PrepareAsync(RunRow run, CancellationToken cancel)
    {
        var order = run.Order;
        var version = await holds.ReadIntoAsync(order, cancel);
        foreach (var owner in owners.InOrder)
        {
            await owner.PrepareAsync(order, cancel);
        }

        var named = await tools.Naming.OfRunAsync(owners.InOrder, order, run.Id, cancel);
        return new Plan(order, version, named);
    }

    /// <returns>False when a hold was placed or lifted meanwhile, or something is due that was not when the log was told.</returns>
    private async Task<bool> PurgeAsync(IPurgeable owner, Plan plan, RunRow run, HashSet<SessionId> dialogs, CancellationToken cancel)
    {
        plan.Order.Most = PurgeOrder.FirstBatch;
        await foreach (var batch in owner.OlderAsync(plan.Order, cancel))
        {
            if (!batch.LogIndices.All(plan.Named.Contains))
            {
                return false;
            }

            var worked = await tools.Writer.WriteAsync(
                batch,
                () => holds.Version == plan.Version,
                store =>
                {
                    run.Add(batch);
                    run.Dialogs += batch.Sessions.Count(dialogs.Add);
                    store.Table<RunRow>().Upsert(run);
                },
                cancel);
            if (worked is not { } took)
            {
                return false;
            }

            run.LongestMs = Math.Max(run.LongestMs, (long)took.TotalMilliseconds);
            plan.Order.Most = PurgeWriter.Next(plan.Order.Most, took);
            tools.Changed.Send(new RetentionChanged());
        }

        return true;
    }

    /// <summary>The event is named by the run: told again after a crash it is the same.</summary>
    private async Task TellAsync(RunRow run, CancellationToken cancel)
    {
        var told = await tools.Log.AppendAsync([OwnEvent.Found(EventType, $"retention-{run.Id:N}", null, time, Report(run))], cancel);
        if (!told.Succeeded)
        {
            throw new IOException($"The log refused to note a run of retention: {told.Refusal.Code}");
        }

        run.EndedAt = time.GetUtcNow();
        await shelf.WriteAsync(run, cancel);
        LogDone(run.Id, run.Messages, run.Dialogs, run.LongestMs);
        tools.Changed.Send(new RetentionChanged());
    }

    private static Dictionary<string, string?> Report(RunRow run) => new()
    {
        ["run"] = run.Id.ToString(), ["by"] = run.By, ["startedAt"] = run.StartedAt.ToString("O", CultureInfo.InvariantCulture),
        ["days"] = Number(run.ConversationDays), ["callDays"] = Number(run.CallDays), ["quarantineDays"] = Number(run.QuarantineDays),
        ["events"] = Number(run.Messages), ["sessions"] = Number(run.Dialogs), ["clients"] = Number(run.Clients), ["others"] = Number(run.Others),
    };

    /// <param name="Version">Of the holds it respects.</param>
    /// <param name="Named">Leaves the log was told of.</param>
    private sealed record Plan(PurgeOrder Order, int Version, NumberRanges Named);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(EventId = 5000, Level = LogLevel.Information, Message = "Retention run {Run} took the content of {Messages} events in {Dialogs} dialogs; its longest batch worked {LongestMs} ms")]
    private partial void LogDone(Guid run, long messages, long dialogs, long longestMs);

    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "Retention run {Run} was cut short and goes on")]
    private partial void LogGoesOn(Guid run);
}
