using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Retention.Erasure;

/// <summary><c>/api/v1/admin/erasures</c> (http-api.md section 8), for keys with scope <c>admin</c> and an owner's session.</summary>
internal sealed class ErasureEndpoints(AskErasure asking, ErasureShelf shelf, ErasureFiles files)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/admin/erasures", AskAsync).RequireKey("admin", orOwner: true).DisableAntiforgery();
        routes.MapGet("/api/v1/admin/erasures/{id:guid}", ReadAsync).RequireKey("admin", orOwner: true);
        routes.MapGet("/api/v1/admin/erasures/{id:guid}/files/{name}", FileAsync).RequireKey("admin", orOwner: true);
    }

    private async Task<IResult> AskAsync(HttpContext context, CallingBot bot, IAccessJournal journal)
    {
        var cancel = context.RequestAborted;
        if (await ParseAsync(context.Request, cancel) is not { } asked)
        {
            await Problem.WriteAsync(context.Response, "json");
            return Results.Empty;
        }

        if (!Guid.TryParse(asked.ClientId, out var clientId))
        {
            await Problem.WriteAsync(context.Response, "validation", "clientId is an id of ours, as in GET /api/v1/events");
            return Results.Empty;
        }

        await journal.WriteAsync("erasure.asked", clientId.ToString(), null, cancel);
        var outcome = await asking.HandleAsync(clientId, asked.Basis ?? "withdrawal", asked.Reason ?? "", bot.KeyId.Length > 0 ? $"key:{bot.KeyId}" : "owner", "", cancel);
        if (outcome.Succeeded)
        {
            return TypedResults.Accepted($"/api/v1/admin/erasures/{outcome.Value.Id}", Answer.Of(outcome.Value, files));
        }

        var (code, detail) = ProblemOf(outcome.Refusal);
        await Problem.WriteAsync(context.Response, code, detail);
        return Results.Empty;
    }

    private async Task<IResult> ReadAsync(Guid id, HttpContext context, IAccessJournal journal)
    {
        await journal.WriteAsync("erasure.read", id.ToString(), null, context.RequestAborted);
        if (await shelf.FindAsync(id, context.RequestAborted) is { } row)
        {
            return TypedResults.Ok(Answer.Of(row, files));
        }

        await Problem.WriteAsync(context.Response, "not-found");
        return Results.Empty;
    }

    private async Task<IResult> FileAsync(Guid id, string name, HttpContext context, IAccessJournal journal)
    {
        await journal.WriteAsync("erasure.file", id.ToString(), name, context.RequestAborted);
        var format = QueryFields.Text(context.Request.Query, "format") ?? "html";
        if (files.Open(id, name, format) is not { } file)
        {
            await Problem.WriteAsync(context.Response, "not-found");
            return Results.Empty;
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(file, format == "html" ? "text/html; charset=utf-8" : "application/json", $"{name}-{id:N}.{format}");
    }

    private static (string Code, string? Detail) ProblemOf(Refusal refusal) => refusal.Code switch
    {
        "erasure.unknown" => ("not-found", "There is no such client"),
        "erasure.held" => ("held", "A legal hold is on this client or a dialog of theirs; an owner lifts it first"),
        "erasure.running" => ("held", "An erasure of this client is already going on"),
        _ => ("validation", $"reason has at least {AskErasure.ShortestReason} characters; basis is withdrawal, unlawful or unneeded"),
    };

    private static async Task<Asked?> ParseAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Asked>(request.Body, JsonSerializerOptions.Web, cancel);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Asked(string? ClientId, string? Reason, string? Basis);

    private sealed record Answer(Guid Id, Guid ClientId, string Status, string Step, long Events, long Sessions, IReadOnlyList<string> Files, DateTimeOffset AskedAt, DateOnly DueOn, DateTimeOffset? DoneAt, string? Fault)
    {
        public static Answer Of(ErasureRow row, ErasureFiles files) => new(
            row.Id, row.ClientId, row.State == ErasureRow.Done ? "done" : "running", row.State, row.Messages, row.Dialogs, files.Of(row.Id), row.AskedAt, row.DueOn, row.EndedAt, row.Fault);
    }
}
