using AuditDashboard.Access;
using AuditDashboard.Evidence.Pack;
using AuditDashboard.Foundation;

namespace AuditDashboard.Evidence.Api;

/// <summary>
/// <c>GET /api/v1/evidence/sessions/{sessionId}/pack</c> (http-api.md section 7), for keys with scope <c>evidence</c> and an owner's session. A program may say
/// why in <c>reason</c>; a page's reason waits under its <c>ticket</c>.
/// </summary>
internal static class PackEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/evidence/sessions/{sessionId:guid}/pack", AnswerAsync).RequireKey("evidence", orOwner: true);

    private static async Task AnswerAsync(HttpContext context, Guid sessionId, CallingBot bot, TakePack take, PackReasons reasons, ICurrentViewer viewers)
    {
        var cancel = context.RequestAborted;
        var query = context.Request.Query;
        var reason = reasons.Take(QueryFields.Text(query, "ticket")) ?? QueryFields.Text(query, "reason");
        var (by, role) = bot.KeyId.Length > 0 ? ($"key:{bot.KeyId}", $"key:{bot.KeyId}") : ((await viewers.GetAsync()).UserId, "owner");
        var pack = await take.HandleAsync(new SessionId(sessionId), by, role, bot.Branch, reason, cancel);
        if (!pack.Succeeded)
        {
            await Problem.WriteAsync(context.Response, pack.Refusal.Code, retryAfterSeconds: pack.Refusal.Code is "busy" or "storage" ? 1 : null);
            return;
        }

        context.Response.ContentType = "application/zip";
        context.Response.ContentLength = pack.Value.Length;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"evidence-{sessionId}.zip\"";
        await context.Response.Body.WriteAsync(pack.Value, cancel);
    }
}
