using System.Globalization;
using System.Text.Json;
using AuditDashboard.Bitrix24.Connect;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Page;

/// <summary>What a person does with what the portal does not take. Refusals: <c>forbidden</c>, <c>busy</c>, <c>storage</c>.</summary>
internal sealed class ChangeDelivery(NoteBitrixDeed note, IDbContextFactory<AuditDbContext> databases, Pulse<BitrixChanged> changed, TimeProvider time)
{
    /// <summary>Sends it again; what may have arrived is looked for first.</summary>
    public Task<Refusal?> RetryAsync(DeliveryView delivery, CancellationToken cancel) =>
        ChangeAsync("retried", delivery, null, row => Again(row, time.GetUtcNow()), managerToo: true, cancel);

    /// <summary>Adds a field the portal demands, and sends it again.</summary>
    public Task<Refusal?> FixAsync(DeliveryView delivery, string field, string value, CancellationToken cancel) =>
        ChangeAsync("fixed", delivery, field, row => Again(Add(row, field, value), time.GetUtcNow()), managerToo: false, cancel);

    /// <summary>Leaves it out for good. With a lead goes what was to follow it.</summary>
    public async Task<Refusal?> SkipAsync(DeliveryView delivery, string reason, CancellationToken cancel)
    {
        var refusal = await ChangeAsync("skipped", delivery, reason, row => Skip(row, reason, time.GetUtcNow()), managerToo: false, cancel);
        if (refusal is null && delivery.Kind == Deliveries.Lead)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            foreach (var row in await db.Set<OutboxRow>().Where(row => row.LinkId == delivery.LinkId && row.State != OutboxRow.Done).ToListAsync(cancel))
            {
                Skip(row, reason, time.GetUtcNow());
            }

            (await db.Set<LinkRow>().SingleAsync(link => link.Id == delivery.LinkId, cancel)).State = "skipped";
            await db.SaveChangesAsync(cancel);
        }

        return refusal;
    }

    public async Task<Refusal?> RetryAllAsync(CancellationToken cancel)
    {
        if (await note.HandleAsync("retried", cancel) is { } refusal)
        {
            return refusal;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        (await db.Set<OutboxRow>().Where(row => row.State == OutboxRow.Dead).ToListAsync(cancel)).ForEach(row => Again(row, time.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        changed.Send(new BitrixChanged());
        return null;
    }

    private async Task<Refusal?> ChangeAsync(string deed, DeliveryView delivery, string? reason, Action<OutboxRow> change, bool managerToo, CancellationToken cancel)
    {
        var subject = string.Create(CultureInfo.InvariantCulture, $"{delivery.LinkId}-{delivery.Position}");
        if (await note.HandleAsync(deed, cancel, subject, reason, managerToo) is { } refusal)
        {
            return refusal;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await db.Set<OutboxRow>().SingleOrDefaultAsync(row => row.LinkId == delivery.LinkId && row.Position == delivery.Position && row.State == OutboxRow.Dead, cancel) is { } row)
        {
            change(row);
            await db.SaveChangesAsync(cancel);
            changed.Send(new BitrixChanged());
        }

        return null;
    }

    private static OutboxRow Add(OutboxRow row, string field, string value)
    {
        var added = row.Added is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(row.Added)!;
        added[field] = value;
        row.Added = JsonSerializer.Serialize(added);
        return row;
    }

    private static void Again(OutboxRow row, DateTimeOffset now) =>
        (row.State, row.Checks, row.Attempts, row.IsRepeated, row.DueAt, row.EndedAt) = (OutboxRow.Unknown, 2, 0, false, now, null);

    private static void Skip(OutboxRow row, string reason, DateTimeOffset now) => (row.State, row.Words, row.EndedAt) = (OutboxRow.Skipped, reason, now);
}
