using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Evidence.Proving;
using AuditDashboard.Evidence.Signing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Evidence.Api;

/// <summary>
/// <c>GET /api/v1/evidence/checkpoint</c>, <c>/vkey</c> and <c>/events/{seq}/proof</c> (http-api.md section 7), for keys with scope <c>evidence</c> and an
/// owner's session. They say nothing about anybody, so the access journal does not hear of them.
/// </summary>
internal static class EvidenceEndpoints
{
    private const string Plain = "text/plain; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/evidence/checkpoint", CheckpointAsync).RequireKey("evidence", orOwner: true);
        routes.MapGet("/api/v1/evidence/vkey", VerifierKeyAsync).RequireKey("evidence", orOwner: true);
        routes.MapGet("/api/v1/evidence/events/{seq:long}/proof", ProofAsync).RequireKey("evidence", orOwner: true);
    }

    private static async Task CheckpointAsync(HttpContext context, SignCheckpoint sign)
    {
        var signed = await sign.HandleAsync(CheckpointKind.Demand, whole: false, context.RequestAborted);
        await AnswerAsync(context, signed, signed.Value?.Text ?? "");
    }

    private static async Task VerifierKeyAsync(HttpContext context, Origins origins) =>
        await WriteAsync(context.Response, (await origins.CurrentAsync(context.RequestAborted)).VerifierKey + "\n");

    private static async Task ProofAsync(HttpContext context, long seq, ILoggedEvents events, SignCheckpoint sign, IDbContextFactory<AuditDbContext> databases)
    {
        var cancel = context.RequestAborted;
        if (await events.FindAsync(seq, cancel) is not { } logged)
        {
            await Problem.WriteAsync(context.Response, "not-found");
            return;
        }

        var signed = await sign.HandleAsync(CheckpointKind.Demand, whole: false, cancel);
        if (!signed.Succeeded)
        {
            await AnswerAsync(context, signed, "");
            return;
        }

        var path = await new TreeWalk(new TreeNodes(databases, cancel).AtAsync).InclusionAsync(logged.LogIndex, signed.Value.Size);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{seq}.tlog-proof\"";
        await WriteAsync(context.Response, ProofFile.Write(logged.LogIndex, path, signed.Value));
    }

    private static Task AnswerAsync(HttpContext context, Outcome<SignedNote> signed, string text) =>
        signed.Succeeded ? WriteAsync(context.Response, text) : Problem.WriteAsync(context.Response, signed.Refusal.Code);

    private static Task WriteAsync(HttpResponse response, string text)
    {
        response.ContentType = Plain;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return response.WriteAsync(text, response.HttpContext.RequestAborted);
    }
}
