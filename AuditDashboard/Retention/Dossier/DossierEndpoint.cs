using System.Text;
using AuditDashboard.Access;
using AuditDashboard.Foundation;

namespace AuditDashboard.Retention.Dossier;

/// <summary><c>GET /api/v1/admin/clients/{clientId}/dossier</c>: everything held about a person, <c>format=html</c> (default) or <c>json</c>, for scope <c>admin</c> and an owner's session.</summary>
internal sealed class DossierEndpoint(MakeDossier making)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/admin/clients/{clientId:guid}/dossier", AnswerAsync).RequireKey("admin", orOwner: true);

    private async Task<IResult> AnswerAsync(Guid clientId, HttpContext context, IAccessJournal journal)
    {
        var (client, cancel) = (new ClientId(clientId), context.RequestAborted);
        await journal.WriteAsync("dossier.made", clientId.ToString(), null, cancel);
        if (await making.ReadAsync(client, cancel) is not { } dossier)
        {
            await Problem.WriteAsync(context.Response, "not-found");
            return Results.Empty;
        }

        context.Response.Headers.CacheControl = "no-store";
        return QueryFields.Text(context.Request.Query, "format") == "json"
            ? Results.File(Encoding.UTF8.GetBytes(await making.JsonAsync(client, dossier, cancel)), "application/json", $"dossier-{clientId:N}.json")
            : Results.File(Encoding.UTF8.GetBytes(await making.HtmlAsync(client, dossier, cancel)), "text/html; charset=utf-8", $"dossier-{clientId:N}.html");
    }
}
