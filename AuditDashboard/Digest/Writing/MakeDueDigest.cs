using System.Globalization;
using AuditDashboard.Digest.Chats;
using AuditDashboard.Digest.Sending;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Digest.Writing;

/// <summary>
/// The morning's digest, once a day: the digest and the messages that carry it are written together. What was missed while the application stood still
/// is made up for on the same day; after 21:00 it stays on its page and disturbs nobody.
/// </summary>
internal sealed class MakeDueDigest(IDbContextFactory<AuditDbContext> databases, WriteDigest writing, ISettings settings, SalonClock clock, TimeProvider time)
{
    /// <summary>How long yesterday's last events are waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan MessagesKept = TimeSpan.FromDays(90);

    private readonly DateTimeOffset _started = time.GetUtcNow();

    /// <returns>True when one was made.</returns>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        var (now, today) = (clock.Now, clock.Today);
        if (TimeOnly.FromDateTime(now.DateTime) < settings.Digest.At)
        {
            return false;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<DigestRow>().AnyAsync(row => row.Day == today, cancel))
        {
            return false;
        }

        var numbers = await writing.NumbersAsync(today.AddDays(-1), cancel);
        if (!numbers.IsAlive || (numbers.BehindSince is not null && now < LastWait(now)))
        {
            return false;
        }

        var (russian, english) = await writing.HandleAsync(numbers, cancel);
        var row = new DigestRow { Day = today, MadeAt = now.ToUniversalTime(), Russian = russian, English = english };
        db.Add(row);
        await PlanAsync(db, row, cancel);
        var kept = row.MadeAt - MessagesKept;
        db.RemoveRange(await db.Set<OwnerMessageRow>().Where(message => message.CreatedAt < kept).ToListAsync(cancel));
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>A process that has just started counts what came meanwhile.</summary>
    private DateTimeOffset LastWait(DateTimeOffset now)
    {
        var due = now - (TimeOnly.FromDateTime(now.DateTime) - settings.Digest.At);
        return (due > _started ? due : _started) + Patience;
    }

    private async Task PlanAsync(AuditDbContext db, DigestRow row, CancellationToken cancel)
    {
        var useful = DigestSettings.Latest - TimeOnly.FromDateTime(clock.Local(row.MadeAt).DateTime);
        if (TimeOnly.FromDateTime(clock.Local(row.MadeAt).DateTime) >= DigestSettings.Latest)
        {
            return;
        }

        foreach (var chat in await db.Set<OwnerChatRow>().AsNoTracking().Where(chat => chat.Address != null).ToListAsync(cancel))
        {
            var about = row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            db.Add(OwnerMessageRow.Plan(MessageKinds.Digest, about, chat.UserId, row.In(chat.Language), row.MadeAt, useful));
        }
    }
}
