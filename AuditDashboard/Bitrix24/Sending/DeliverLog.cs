using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Foundation;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>A line in the lead's timeline: the client confirmed, refused, paid (bitrix24.md section 5).</summary>
internal sealed class DeliverLog(Courier courier, SalonClock clock) : IDeliver
{
    public string Kind => Deliveries.Log;

    public async Task<Delivered> HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        var (type, id) = delivery.Target;
        var asked = new JsonObject
        {
            ["fields"] = new JsonObject
            {
                ["entityTypeId"] = type, ["entityId"] = id, ["title"] = LogWords.Title(delivery.Row.EventType, delivery.Content), ["text"] = LogWords.Text(delivery, clock), ["iconCode"] = "info",
            },
        };
        var answer = await courier.WriteAsync(delivery, "crm.timeline.logmessage.add", asked, cancel);
        return answer.Kind == AnswerKind.NotFound ? Delivered.Gone : Delivered.Wrote(answer, done => done.Result.Member("logMessage").Member("id").Id());
    }
}
