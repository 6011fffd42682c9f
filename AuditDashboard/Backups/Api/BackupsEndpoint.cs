using System.Globalization;
using System.Text.Json;
using AuditDashboard.Access;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Foundation;

namespace AuditDashboard.Backups.Api;

/// <summary><c>/api/v1/admin/backups</c> (http-api.md section 8), for keys with scope <c>admin</c> and an owner's session.</summary>
internal static class BackupsEndpoint
{
    private const string Address = "/api/v1/admin/backups";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Address, StartAsync).RequireKey("admin", orOwner: true);
        routes.MapGet(Address, ListAsync).RequireKey("admin", orOwner: true);
    }

    private static async Task StartAsync(HttpContext context, CallingBot caller, StartBackup start, ICurrentViewer viewers)
    {
        var id = await start.HandleAsync(caller.KeyId.Length > 0 ? $"key:{caller.KeyId}" : (await viewers.GetAsync()).UserId, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await using var json = Begin(context);
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteEndObject();
    }

    private static async Task ListAsync(HttpContext context, BackupShelf shelf, BackupWork work, IAccessJournal journal)
    {
        await journal.WriteAsync("backups.read", null, null, context.RequestAborted);
        await using var json = Begin(context);
        json.WriteStartObject();
        json.WriteStartArray("backups"u8);
        foreach (var backup in shelf.Present())
        {
            Write(json, backup);
        }

        json.WriteEndArray();
        json.WriteString("running"u8, work.Running is { Restore: null } running ? running.Id.ToString() : null);
        json.WriteString("failed"u8, work.Failure?.Order.Id.ToString());
        json.WriteString("reason"u8, work.Failure?.Refusal.Code);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BackupManifest backup)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, backup.Id);
        json.WriteString("file"u8, backup.File);
        json.WriteNumber("size"u8, backup.Size);
        json.WriteString("createdAt"u8, Utc(backup.CreatedAt));
        json.WriteBoolean("verified"u8, backup.IsVerified);
        json.WriteString("verifiedAt"u8, Utc(backup.VerifiedAt));
        json.WriteString("sha256"u8, backup.Sha256);
        json.WriteNumber("events"u8, backup.Events);
        json.WriteNumber("lastSeq"u8, backup.LastSeq);
        json.WriteString("sentAt"u8, Utc(backup.SentAt));
        json.WriteString("problem"u8, backup.Problem);
        json.WriteEndObject();
    }

    private static Utf8JsonWriter Begin(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        return new Utf8JsonWriter(context.Response.BodyWriter, Problem.Json);
    }

    private static string? Utc(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
