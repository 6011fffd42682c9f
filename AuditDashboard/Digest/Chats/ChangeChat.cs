using AuditDashboard.Access;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Digest.Chats;

/// <summary>What an owner does with the chat of theirs.</summary>
internal sealed class ChangeChat(IDbContextFactory<AuditDbContext> databases, ICurrentViewer viewers, IAccessJournal journal)
{
    /// <summary>Nothing more is sent there, and a code that was not used yet counts no longer.</summary>
    public async Task UnbindAsync(CancellationToken cancel)
    {
        await ChangeAsync(chat => (chat.Channel, chat.Address, chat.Bot, chat.Endpoint, chat.BoundAt, chat.CodeHash, chat.CodeUntil) = (null, null, null, null, null, null, null), cancel);
        await journal.WriteAsync("digest.unbound", null, null, cancel);
    }

    /// <param name="language">ru | en</param>
    public Task SpeakAsync(string language, CancellationToken cancel) => ChangeAsync(chat => chat.Language = language == Speech.English ? Speech.English : Speech.Russian, cancel);

    private async Task ChangeAsync(Action<OwnerChatRow> change, CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (viewer.IsOwner && await db.Set<OwnerChatRow>().SingleOrDefaultAsync(row => row.UserId == viewer.UserId, cancel) is { } chat)
        {
            change(chat);
            await db.SaveChangesAsync(cancel);
        }
    }
}
