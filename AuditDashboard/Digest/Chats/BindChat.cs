using AuditDashboard.Access;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Digest.Chats;

/// <summary>Hands an owner the code that binds a chat. A new one takes the place of the one before; a chat that is bound stays so until the code is used.</summary>
internal sealed class BindChat(IDbContextFactory<AuditDbContext> databases, ICurrentViewer viewers, IAccessJournal journal, TimeProvider time)
{
    /// <returns>The code, shown once, and until when it counts. Refusal: <c>forbidden</c>.</returns>
    public async Task<Outcome<(string Code, DateTimeOffset Until)>> HandleAsync(CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        if (!viewer.IsOwner)
        {
            return new Refusal("forbidden");
        }

        var (code, until) = (BindCode.Make(), time.GetUtcNow() + BindCode.Lives);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var row = await db.Set<OwnerChatRow>().SingleOrDefaultAsync(chat => chat.UserId == viewer.UserId, cancel);
        if (row is null)
        {
            db.Add(row = new OwnerChatRow { UserId = viewer.UserId, Language = Speech.Current });
        }

        (row.CodeHash, row.CodeUntil) = (BindCode.HashOf(code), until);
        await db.SaveChangesAsync(cancel);
        await journal.WriteAsync("digest.code", null, null, cancel);
        return (code, until);
    }
}
