using AuditDashboard.Access;
using AuditDashboard.Conversations;

namespace AuditDashboard.Kpi.Reports;

/// <summary>
/// <c>POST /api/v1/admin/kpi/rebuild</c> (http-api.md section 8), for keys with scope <c>admin</c>: 200 <c>{"status":"done"}</c>, or 202
/// <c>{"status":"running"}</c> when it takes longer than a client likes to wait. The numbers stay readable, and the same, all along.
/// </summary>
internal static class RebuildEndpoint
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/admin/kpi/rebuild", AnswerAsync).RequireKey("admin", orOwner: true).DisableAntiforgery();

    private static async Task<IResult> AnswerAsync(IStories stories, IAccessJournal journal, TimeProvider time, CancellationToken cancel)
    {
        await journal.WriteAsync("kpi.rebuilt", null, null, cancel);
        var rebuilt = stories.RebuildAsync(CancellationToken.None);
        await Task.WhenAny(rebuilt, Task.Delay(Patience, time, cancel));
        return rebuilt.IsCompletedSuccessfully
            ? TypedResults.Ok(new Answer("done"))
            : TypedResults.Accepted((string?)null, new Answer("running"));
    }

    private sealed record Answer(string Status);
}
