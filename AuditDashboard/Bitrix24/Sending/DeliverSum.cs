using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>The payments of a lead as its sum, where the owner wants that. The whole sum is written each time: a repeat changes nothing.</summary>
internal sealed class DeliverSum(Courier courier, TouchItem touch, ReadContents contents, IDbContextFactory<AuditDbContext> databases) : IDeliver
{
    public string Kind => Deliveries.Sum;

    public async Task<Delivered> HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        if (!delivery.Portal.Settings.TakesPayments)
        {
            return Delivered.Nothing;
        }

        var (failed, _) = await touch.HandleAsync(delivery, cancel);
        if (failed is not null || delivery.Link.Semantics == "F")
        {
            return failed ?? Delivered.Nothing;
        }

        var (type, id) = delivery.Target;
        var fields = new JsonObject { ["opportunity"] = await PaidAsync(delivery, cancel) / 100m, ["isManualOpportunity"] = "Y" };
        var answer = await courier.WriteAsync(delivery, "crm.item.update", new JsonObject { ["entityTypeId"] = type, ["id"] = id, ["fields"] = fields }, cancel);
        if (answer.IsOk)
        {
            LinkFacts.Take(delivery.Link, answer.Result.Member("item"));
        }

        return answer.Kind == AnswerKind.NotFound ? Delivered.Gone : Delivered.Wrote(answer, _ => id);
    }

    private async Task<long> PaidAsync(Delivery delivery, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var seqs = await db.Set<OutboxRow>().Where(row => row.LinkId == delivery.Row.LinkId && row.Kind == Deliveries.Sum && row.Position <= delivery.Row.Position)
            .Select(row => row.Seq).ToListAsync(cancel);
        return (await contents.EventsAsync(seqs, cancel)).Sum(payment => payment.Content?.Payment?.AmountKopecks ?? 0);
    }
}
