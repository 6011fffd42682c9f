using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Foundation;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>The dialog as one comment when it is over: a digest, or its full text where the owner chose that (bitrix24.md section 5).</summary>
internal sealed class DeliverComment(Courier courier, ReadContents contents, SalonClock clock) : IDeliver
{
    public string Kind => Deliveries.Comment;

    public async Task<Delivered> HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        if (delivery.Portal.Settings.Comments == "none")
        {
            return Delivered.Nothing;
        }

        var (type, id) = delivery.Target;
        var entity = type == 2 ? "deal" : "lead";
        if (delivery.IsUnknown)
        {
            var listed = new JsonObject { ["filter"] = new JsonObject { ["ENTITY_ID"] = id, ["ENTITY_TYPE"] = entity }, ["order"] = new JsonObject { ["ID"] = "DESC" }, ["start"] = 0 };
            var known = await courier.ReadAsync(delivery, "crm.timeline.comment.list", listed, cancel);
            var found = known.Result.Items().FirstOrDefault(comment => comment.Member("COMMENT").Text().Contains(LogWords.Marker(delivery), StringComparison.Ordinal)).Member("ID").Id();
            if (!known.IsOk || found > 0 || !delivery.IsSurelyAbsent)
            {
                return !known.IsOk ? Delivered.ReadFailed(known) : found > 0 ? Delivered.Done(found) : Delivered.NotThereYet;
            }
        }

        var (session, story) = await contents.DialogAsync(delivery, cancel);
        if (session is null)
        {
            return Delivered.Nothing;
        }

        var text = DialogDigest.Of(session, story, contents.ReplayOf(session), delivery.Portal.Settings.Comments == "full", clock);
        var asked = new JsonObject { ["fields"] = new JsonObject { ["ENTITY_ID"] = id, ["ENTITY_TYPE"] = entity, ["COMMENT"] = $"{text}\n{LogWords.Marker(delivery)}" } };
        var answer = await courier.WriteAsync(delivery, "crm.timeline.comment.add", asked, cancel);
        return answer.Kind == AnswerKind.NotFound ? Delivered.Gone : Delivered.Wrote(answer, done => done.Result.Id());
    }
}
