using AuditDashboard.Access;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>How the lead of a dialog fares in the portal; null where it has none. Who may open the dialog may see this.</summary>
internal sealed class DialogLeadQuery(IDbContextFactory<AuditDbContext> databases, PortalStore store, ICurrentViewer viewers)
{
    private static readonly string[] Pending = [OutboxRow.Ready, OutboxRow.Sending, OutboxRow.Unknown];

    public async Task<DialogLeadView?> RunAsync(Guid sessionId, CancellationToken cancel)
    {
        var session = new SessionId(sessionId);
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<LinkRow>().AsNoTracking().Where(link => link.SessionId == session).OrderByDescending(link => link.Id).FirstOrDefaultAsync(cancel) is not { } link)
        {
            return null;
        }

        var rows = db.Set<OutboxRow>().AsNoTracking().Where(row => row.LinkId == link.Id);
        var (waiting, dead) = (await rows.CountAsync(row => Pending.Contains(row.State), cancel), await rows.CountAsync(row => row.State == OutboxRow.Dead, cancel));
        var portal = store.Current;
        var (type, id) = link.DealId is { } deal ? (2, deal) : (link.EntityTypeId, link.PortalId ?? 0);
        var stage = portal?.Facts.StagesOf(type).FirstOrDefault(known => known.Id == link.StageId)?.Name ?? link.StageId;
        var source = portal?.Facts.Sources.FirstOrDefault(known => known.Id == link.SourceId)?.Name ?? link.SourceId;
        return new DialogLeadView(
            type, id, stage, source, link.Semantics, link.Sum, link.AssignedBy, waiting, dead, link.State == "gone", portal is null || id == 0 ? null : PortalPages.Of(portal, type, id),
            (await viewers.GetAsync()).Role != "auditor");
    }
}

/// <param name="Source">Where the portal says it comes from, by its name there.</param>
/// <param name="Sum">Kopecks.</param>
/// <param name="Semantics">S won, F lost, P or null in work.</param>
internal sealed record DialogLeadView(
    int EntityTypeId, long PortalId, string? Stage, string? Source, string? Semantics, long? Sum, long? AssignedBy, int Waiting, int Dead, bool IsGone, string? Url, bool MayAct);
