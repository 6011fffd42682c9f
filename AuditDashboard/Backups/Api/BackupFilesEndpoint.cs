using AuditDashboard.Access;
using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Making;
using AuditDashboard.Backups.Sealing;

namespace AuditDashboard.Backups.Api;

/// <summary>Hands an owner a sealed file, and separately the key that opens it.</summary>
internal static class BackupFilesEndpoint
{
    public static readonly string KeyAddress = "settings/backups/key";

    public static string AddressOf(string file) => $"settings/backups/files/{file}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/" + AddressOf("{file}"), FileAsync).RequireAuthorization(Policies.ManageSettings).ExcludeFromDescription();
        routes.MapGet("/" + KeyAddress, KeyAsync).RequireAuthorization(Policies.ManageSettings).ExcludeFromDescription();
    }

    private static async Task<IResult> FileAsync(string file, HttpContext context, BackupShelf shelf, NoteBackup note, IAccessJournal journal, ICurrentViewer viewers)
    {
        // Only a name that stands on the shelf leads to a file.
        if (shelf.Find(file) is not { Problem: not "missing" } backup)
        {
            return Results.NotFound();
        }

        await journal.WriteAsync("backup.downloaded", backup.File, null, context.RequestAborted);
        await note.DownloadedAsync(backup, (await viewers.GetAsync()).UserId);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(shelf.PathOf(backup.File), "application/octet-stream", backup.File);
    }

    private static async Task<IResult> KeyAsync(HttpContext context, BackupKey keys, IAccessJournal journal)
    {
        keys.ReadOrMake();
        await journal.WriteAsync("backup.key_downloaded", null, null, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(await File.ReadAllBytesAsync(keys.Path, context.RequestAborted), "application/octet-stream", "backup.key");
    }
}
