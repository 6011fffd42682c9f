using System.Globalization;
using AuditDashboard.Channels;
using AuditDashboard.Events;
using AuditDashboard.Notices.Outbox;
using AuditDashboard.Storage.Rows;

namespace AuditDashboard.Notices.Planning;

/// <summary>
/// Plans in the commit of an erasure's own report that bots hear of it, so that none is forgotten. They are told which of our records is gone, how many
/// events lost their content, and when: a bot that keeps copies finds them by the id it read from us.
/// </summary>
internal sealed class ErasureNoticeStep(INoticedBots bots) : IAppendStep
{
    private static readonly string Performed = "erasure.performed";

    public int Order => 70;

    public void Apply(AppendBatch batch)
    {
        foreach (var appending in batch.Events)
        {
            if (appending.Content.Type == Performed && appending.Draft.Bot == OwnEvent.Bot && bots.Endpoints() is { Count: > 0 } endpoints)
            {
                Plan(appending, endpoints, batch.Store.Table<BotNoticeRow>());
            }
        }
    }

    public void Forget()
    {
    }

    private static void Plan(AppendingEvent appending, IReadOnlyList<string> endpoints, RowTable<BotNoticeRow> notices)
    {
        var content = appending.Content;
        var data = new Dictionary<string, object?>
        {
            ["client"] = content.DataText("client"),
            ["count"] = long.TryParse(content.DataText("events"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0,
            ["performedAt"] = content.DataText("performedAt"),
        };
        RowSearch<BotNoticeRow> known = notices.Search([nameof(BotNoticeRow.Id)]);
        foreach (var endpoint in endpoints)
        {
            var notice = NewNotice.Of(endpoint, $"erasure:{content.Id}", NoticeKinds.Erased, data, appending.RecordedAt);
            if (known.First(notice.Id) is null)
            {
                notices.Insert(notice);
            }
        }
    }
}
