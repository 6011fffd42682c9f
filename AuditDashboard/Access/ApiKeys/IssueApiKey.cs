using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Access.ApiKeys;

/// <summary>Makes a key for a bot. The key itself is in the answer and nowhere else.</summary>
internal sealed class IssueApiKey(
    IDbContextFactory<AuditDbContext> databases, ApiKeyCache cache, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    /// <summary>Refusals: <c>forbidden</c>, <c>name.missing</c>, <c>bot.invalid</c>, <c>scopes.missing</c>.</summary>
    public async Task<Outcome<string>> HandleAsync(NewApiKey request, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if ((viewer.IsOwner ? request.Judge() : new Refusal("forbidden")) is { } refusal)
        {
            return refusal;
        }

        var (id, key) = KeyForm.Make();
        var row = request.ToRow(id, key, time.GetUtcNow(), viewer.UserId);
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            db.Add(row);
            await db.SaveChangesAsync(cancel);
        }

        await cache.LoadAsync(cancel);
        await journal.WriteAsync("apikey.issued", id, null, cancel);
        return key;
    }
}
