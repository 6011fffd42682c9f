using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Bitrix24.Portal;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>Moves a lead to the stage the owner chose for the event: only forward, and never out of won or lost (bitrix24.md section 15).</summary>
internal sealed class DeliverStage(Courier courier, TouchItem touch) : IDeliver
{
    public string Kind => Deliveries.Stage;

    public async Task<Delivered> HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        var (settings, facts) = (delivery.Portal.Settings, delivery.Portal.Facts);
        if (WishOf(settings, delivery) is null)
        {
            return Delivered.Nothing;
        }

        var (failed, item) = await touch.HandleAsync(delivery, cancel);
        if (failed is not null || WishOf(settings, delivery) is not { } wish)
        {
            return failed ?? Delivered.Nothing;
        }

        var stages = facts.StagesOf(delivery.Target.EntityTypeId);
        if (stages.FirstOrDefault(stage => stage.Id == wish) is not { } target)
        {
            return new Delivered(DeliveryEnd.WriteFailed, new BitrixAnswer(AnswerKind.Refused, "stage.missing", wish, 0, default));
        }

        var current = stages.FirstOrDefault(stage => stage.Id == item.Member("stageId").Text());
        if (item.Member("stageSemanticId").Text() is "S" or "F" || current is { Semantics: not null } || current?.Sort >= target.Sort)
        {
            return Delivered.Nothing;
        }

        return await MoveAsync(delivery, wish, cancel);
    }

    private async Task<Delivered> MoveAsync(Delivery delivery, string stage, CancellationToken cancel)
    {
        var (type, id) = delivery.Target;
        var fields = new JsonObject { ["stageId"] = stage };
        DeliverLead.Merge(fields, delivery.Row.Added);
        var answer = await courier.WriteAsync(delivery, "crm.item.update", new JsonObject { ["entityTypeId"] = type, ["id"] = id, ["fields"] = fields, ["useOriginalUfNames"] = "Y" }, cancel);
        if (answer.IsOk)
        {
            LinkFacts.Take(delivery.Link, answer.Result.Member("item"));
        }

        return answer.Kind == AnswerKind.NotFound ? Delivered.Gone : Delivered.Wrote(answer, _ => id);
    }

    private static string? WishOf(PortalSettings settings, Delivery delivery) =>
        (delivery.Target.EntityTypeId == 2 ? settings.DealStages : settings.LeadStages).GetValueOrDefault(delivery.Row.EventType) is { Length: > 0 } wish ? wish : null;
}
