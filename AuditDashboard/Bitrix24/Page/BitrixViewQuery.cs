using AuditDashboard.Access;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Connect;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Bitrix24.Status;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>What the page shows to who is looking.</summary>
internal sealed class BitrixViewQuery(
    ICurrentViewer viewers, BitrixStatusQuery status, PortalStore store, CallLimits limits, LearnPortal learn, IDbContextFactory<AuditDbContext> databases)
{
    private const int Most = 50;
    private static readonly string[] Pending = [OutboxRow.Ready, OutboxRow.Sending, OutboxRow.Unknown];
    private static readonly string[] Ended = [OutboxRow.Done, OutboxRow.Skipped];

    public async Task<BitrixView> RunAsync(CancellationToken cancel)
    {
        var viewer = await viewers.GetAsync();
        var portal = store.Current;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = db.Set<OutboxRow>().AsNoTracking();
        var waiting = await rows.Where(row => Pending.Contains(row.State)).OrderBy(row => row.CreatedAt).ThenBy(row => row.Position).Take(Most).ToListAsync(cancel);
        var dead = await rows.Where(row => row.State == OutboxRow.Dead).OrderByDescending(row => row.EndedAt).Take(Most).ToListAsync(cancel);
        var recent = await rows.Where(row => Ended.Contains(row.State) && row.Code != "nothing").OrderByDescending(row => row.EndedAt).Take(20).ToListAsync(cancel);
        var ids = waiting.Concat(dead).Concat(recent).Select(row => row.LinkId).Distinct().ToList();
        var links = await db.Set<LinkRow>().AsNoTracking().Where(link => ids.Contains(link.Id)).ToDictionaryAsync(link => link.Id, cancel);
        var held = await rows.Where(row => row.State == OutboxRow.Dead && row.Kind == Deliveries.Lead && ids.Contains(row.LinkId)).Select(row => row.LinkId).ToListAsync(cancel);
        var calls = await db.Set<JournalRow>().AsNoTracking().OrderByDescending(row => row.Id).Take(Most).ToListAsync(cancel);
        return new BitrixView(
            viewer.IsOwner, viewer.IsOwner || viewer.Role == "manager", await status.RunAsync(cancel), portal is null ? null : View(portal), limits.Load,
            [.. limits.Gauges.Select(gauge => new GaugeView(gauge.Method, gauge.Share, gauge.ParkedUntil))],
            [.. waiting.Select(row => View(row, links, portal) with { IsHeld = held.Contains(row.LinkId) })], [.. dead.Select(row => View(row, links, portal))], [.. recent.Select(row => View(row, links, portal))],
            [.. calls.Select(row => new CallView(row.Id, row.At, row.Method, row.Subject, row.Status, row.Kind, row.Code, row.TookMs, row.Operating))], learn.Checks);
    }

    private static DeliveryView View(OutboxRow row, Dictionary<long, LinkRow> links, ConnectedPortal? portal)
    {
        var link = links.GetValueOrDefault(row.LinkId);
        var (type, id) = link?.DealId is { } deal ? (2, deal) : (link?.EntityTypeId ?? 0, link?.PortalId);
        return new DeliveryView(
            row.LinkId, row.Position, row.Kind, row.EventType, row.State, row.Attempts, row.CreatedAt, row.DueAt, row.EndedAt, row.Code, row.Words, link?.SessionId?.Value, id, type,
            portal is null || id is not { } known ? null : PortalPages.Of(portal, type, known));
    }

    private static PortalView View(ConnectedPortal portal)
    {
        var (settings, facts) = (portal.Settings, portal.Facts);
        return new PortalView(
            portal.Address.Masked, facts.UserName, facts.Mode, portal.MovedFrom, portal.BlockedWords,
            new MappingView(
                settings.Comments, settings.Duplicates, settings.Target, settings.TakesPayments, settings.Sources,
                portal.Wants(2) ? settings.DealStages : settings.LeadStages,
                [.. facts.Sources.Select(Choice)], [.. facts.StagesOf(portal.Wants(2) ? 2 : 1).Where(stage => stage.Semantics is null).Select(Choice)],
                settings.Fields, settings.BookingResource, facts.HasBooking));
    }

    private static MappingView.Choice Choice(PortalFacts.Status status) => new(status.Id, status.Name);
}
