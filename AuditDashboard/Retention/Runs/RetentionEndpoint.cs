using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Retention.Rules;

namespace AuditDashboard.Retention.Runs;

/// <summary>
/// <c>POST /api/v1/admin/retention</c> (http-api.md section 8), for keys with scope <c>admin</c> and an owner's session. <c>days</c> holds for every class
/// and for this run only; without it the settings do. Answers when the run is over, or after 20 s with what it has done so far.
/// </summary>
internal sealed class RetentionEndpoint(RunRetention retention, PreviewRetention preview, RetentionRules rules, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/v1/admin/retention", AnswerAsync).RequireKey("admin", orOwner: true).DisableAntiforgery();

    private async Task<IResult> AnswerAsync(HttpContext context, CallingBot bot, IAccessJournal journal)
    {
        var cancel = context.RequestAborted;
        if (await ReadAsync(context.Request, cancel) is not { } asked)
        {
            await Problem.WriteAsync(context.Response, "json");
            return Results.Empty;
        }

        if (asked.Days is { } wrong && !RetentionDays.Sound(wrong))
        {
            await Problem.WriteAsync(context.Response, "validation", $"days is a whole number from {RetentionDays.Fewest} to {RetentionDays.Most}");
            return Results.Empty;
        }

        var days = asked.Days is { } all ? RetentionDays.All(all) : await rules.CurrentAsync(cancel);
        await journal.WriteAsync(asked.DryRun ? "retention.previewed" : "retention.run", $"{days.Conversations}", null, cancel);
        return asked.DryRun ? Answer(await preview.RunAsync(days, cancel), "preview") : await RunAsync(days, $"key:{bot.KeyId}", cancel);
    }

    /// <summary>A run goes on when its caller hangs up.</summary>
    private async Task<IResult> RunAsync(RetentionDays days, string by, CancellationToken cancel)
    {
        RunRow? begun = null;
        var running = retention.HandleAsync(days, by, row => begun = row, CancellationToken.None);
        await Task.WhenAny(running, Task.Delay(Patience, time, cancel));
        return running.IsCompleted ? Answer(await running, "done") : Answer(begun ?? new RunRow(), "running");
    }

    private static IResult Answer(RunRow run, string status) => TypedResults.Ok(new Report(run.Messages, run.Dialogs, run.Clients, run.Others, status));

    private static async Task<Asked?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.ContentLength is 0 ? new Asked(null, false) : await JsonSerializer.DeserializeAsync<Asked>(request.Body, JsonSerializerOptions.Web, cancel);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Asked(int? Days, bool DryRun);

    private sealed record Report(long Events, long Sessions, long Clients, long Others, string Status);
}
