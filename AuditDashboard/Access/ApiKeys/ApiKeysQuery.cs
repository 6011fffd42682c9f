using AuditDashboard.Access.People;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>A key as its page shows it.</summary>
/// <param name="UsedOn">UTC day.</param>
internal sealed record ApiKeyLine(
    string Id, string Name, string LastFour, string Bot, string? Branch, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt,
    bool IsProvisioned, DateTimeOffset? RevokedAt, DateOnly? UsedOn);

/// <summary>All keys: the live ones first, the newest first.</summary>
internal sealed class ApiKeysQuery(IDbContextFactory<AuditDbContext> databases, ApiKeyUses uses)
{
    public async Task<IReadOnlyList<ApiKeyLine>> RunAsync(CancellationToken cancel)
    {
        await uses.WriteAsync(cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Set<ApiKeyRow>().AsNoTracking().ToListAsync(cancel);
        return [.. rows.OrderBy(row => row.RevokedAt is not null).ThenByDescending(row => row.CreatedAt).Select(Line)];
    }

    private static ApiKeyLine Line(ApiKeyRow row) => new(
        row.Id, row.Name, row.LastFour, row.Bot, row.Branch, CodeList.Split(row.Scopes), row.CreatedAt, row.CreatedBy is null, row.RevokedAt,
        row.UsedDay is { } day ? DateOnly.FromDayNumber(day) : null);
}
