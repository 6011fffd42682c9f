using System.Globalization;
using AuditDashboard.Access;
using AuditDashboard.Digest.Chats;
using AuditDashboard.Digest.Sending;
using AuditDashboard.Digest.Writing;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Digest.Page;

/// <summary>What the viewer, an owner, was told lately, and where.</summary>
internal sealed class DigestQuery(IDbContextFactory<AuditDbContext> databases, ICurrentViewer viewers)
{
    private const int MostDigests = 14;
    private const int MostAlarms = 10;

    public async Task<DigestView> RunAsync(CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var chat = await db.Set<OwnerChatRow>().AsNoTracking().SingleOrDefaultAsync(row => row.UserId == viewer.UserId, cancel);
        var digests = await db.Set<DigestRow>().AsNoTracking().OrderByDescending(row => row.Day).Take(MostDigests).ToListAsync(cancel);
        var messages = await db.Set<OwnerMessageRow>().AsNoTracking().Where(row => row.UserId == viewer.UserId).OrderByDescending(row => row.CreatedAt).ToListAsync(cancel);
        return new DigestView(
            chat is null ? null : new ShownChat(chat.Channel, chat.BoundAt, chat.Language, chat.CodeUntil),
            [.. digests.Select(row => new ToldDigest(row.Day, row.In(Speech.Current), messages.Find(message => message.Kind == MessageKinds.Digest && IsOf(message, row.Day))))],
            [.. messages.Where(message => message.Kind == MessageKinds.Alarm).Take(MostAlarms)]);
    }

    private static bool IsOf(OwnerMessageRow message, DateOnly day) =>
        message.Key.StartsWith($"{message.Kind}:{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}:", StringComparison.Ordinal);
}

/// <param name="Chat">Null before the first code.</param>
/// <param name="Alarms">The newest first.</param>
internal sealed record DigestView(ShownChat? Chat, IReadOnlyList<ToldDigest> Digests, IReadOnlyList<OwnerMessageRow> Alarms);

/// <param name="Message">What carried it to the viewer; null where none did.</param>
internal sealed record ToldDigest(DateOnly Day, string Words, OwnerMessageRow? Message);
