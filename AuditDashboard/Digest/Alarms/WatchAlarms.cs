using System.Globalization;
using AuditDashboard.Digest.Chats;
using AuditDashboard.Digest.Sending;
using AuditDashboard.Digest.Writing;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Digest.Alarms;

/// <summary>
/// Tells owners at once what cannot wait: once when it begins, once when it is over, and no more often than they like; what had to be held back is told
/// as soon as it may be, if it still burns. What was told and the messages about it are written together.
/// </summary>
internal sealed class WatchAlarms(
    IDbContextFactory<AuditDbContext> databases, WaitingQuery waiting, ISettings settings, IConfiguration configuration, TimeProvider time)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>An alarm that could not be sent for so long is no news any more.</summary>
    private static readonly TimeSpan Useful = TimeSpan.FromHours(6);

    /// <returns>True when there is something to tell.</returns>
    public async Task<bool> HandleAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var chats = await db.Set<OwnerChatRow>().AsNoTracking().Where(chat => chat.Address != null).ToListAsync(cancel);
        if (chats.Count == 0 || !settings.Digest.Alarms)
        {
            return false;
        }

        var told = await db.Set<AlarmRow>().ToListAsync(cancel);
        var russian = await waiting.RunAsync(Speech.Russian, cancel);
        var edges = AlarmEdges.Of(told, russian);
        foreach (var (row, count) in edges.Fewer)
        {
            row.Told = count;
        }

        var tells = !edges.IsNothing && await MayTellAsync(db, cancel);
        if (tells)
        {
            await TellAsync(db, chats, told, edges, russian, cancel);
        }

        await db.SaveChangesAsync(cancel);
        return tells;
    }

    private async Task<bool> MayTellAsync(AuditDbContext db, CancellationToken cancel)
    {
        var since = time.GetUtcNow() - Hour;
        var counts = await db.Set<OwnerMessageRow>().Where(row => row.Kind == MessageKinds.Alarm && row.CreatedAt > since)
            .GroupBy(row => row.UserId).Select(own => own.Count()).ToListAsync(cancel);
        return counts.Count == 0 || counts.Max() < settings.Digest.MostAlarmsAnHour;
    }

    private async Task TellAsync(AuditDbContext db, List<OwnerChatRow> chats, List<AlarmRow> told, AlarmEdges edges, Waiting russian, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var english = await waiting.RunAsync(Speech.English, cancel);
        foreach (var item in edges.Begun)
        {
            var row = told.Find(known => known.Href == item.Href);
            if (row is null)
            {
                db.Add(row = new AlarmRow { Href = item.Href, Since = now });
            }

            (row.Told, row.Russian) = (AlarmEdges.Urgent(item), item.Title);
            row.English = english.Items.FirstOrDefault(same => same.Href == item.Href)?.Title ?? item.Title;
        }

        db.RemoveRange(edges.Over);
        foreach (var chat in chats)
        {
            var said = (chat.Language == Speech.English ? english : russian).Items.Where(item => edges.Begun.Any(begun => begun.Href == item.Href));
            var text = AlarmWords.Of(chat.Language, [.. said], edges.Over, configuration["PublicBaseUrl"]?.TrimEnd('/'));
            db.Add(OwnerMessageRow.Plan(MessageKinds.Alarm, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), chat.UserId, text, now, Useful));
        }
    }
}
