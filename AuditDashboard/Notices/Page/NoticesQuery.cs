using AuditDashboard.Notices.Outbox;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Notices.Page;

/// <summary>How the notices of one endpoint fare.</summary>
internal sealed class NoticesQuery(IDbContextFactory<AuditDbContext> databases, NoticeShelf shelf)
{
    public async Task<NoticesView> RunAsync(string endpointId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var own = db.Set<BotNoticeRow>().Where(row => row.EndpointId == endpointId);
        var last = await own.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id)
            .Select(row => new NoticesView.Line(row.Kind, row.State, row.Code, row.SentAt ?? row.CreatedAt, row.NextAt)).FirstOrDefaultAsync(cancel);
        var owed = await own.CountAsync(row => row.State != BotNoticeRow.Sent, cancel);
        return new NoticesView(last, owed, (await shelf.StoppedAsync(cancel)).Contains(endpointId));
    }
}

/// <param name="Owed">Notices the bot did not take yet.</param>
/// <param name="IsStopped">The bot is told nothing until a person says so.</param>
internal sealed record NoticesView(NoticesView.Line? Last, int Owed, bool IsStopped)
{
    /// <param name="At">When the bot took it; before that, when it came up.</param>
    internal sealed record Line(string Kind, string State, string? Code, DateTimeOffset At, DateTimeOffset NextAt);
}
