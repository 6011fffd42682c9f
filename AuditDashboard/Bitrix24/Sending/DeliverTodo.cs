using System.Globalization;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Outbox;
using AuditDashboard.Events;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>A complaint or a call for a person becomes something to do for whoever is responsible, due in a quarter of an hour (bitrix24.md section 15).</summary>
internal sealed class DeliverTodo(Courier courier, ReadContents contents, TimeProvider time) : IDeliver
{
    public string Kind => Deliveries.Todo;

    public async Task<Delivered> HandleAsync(Delivery delivery, CancellationToken cancel)
    {
        var (type, id) = delivery.Target;
        var (session, _) = await contents.DialogAsync(delivery, cancel);
        var replay = session is null ? null : contents.ReplayOf(session);
        var asked = new JsonObject
        {
            ["ownerTypeId"] = type, ["ownerId"] = id,
            ["deadline"] = (time.GetUtcNow() + TimeSpan.FromMinutes(delivery.Portal.Settings.TodoMinutes)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["title"] = CrmWords.Get(delivery.Row.EventType == EventTypes.ComplaintOpened ? "TodoComplaint" : "TodoEscalation"),
            ["description"] = string.Join("\n", new[] { replay is null ? "" : CrmWords.Get("OpenDialog", replay), LogWords.Marker(delivery) }.Where(line => line.Length > 0)),
            ["pingOffsets"] = new JsonArray(0, 15), ["colorId"] = "2",
        };
        if (delivery.Link.AssignedBy is { } person)
        {
            asked["responsibleId"] = person;
        }

        var answer = await courier.WriteAsync(delivery, "crm.activity.todo.add", asked, cancel);
        return answer.Kind == AnswerKind.NotFound ? Delivered.Gone : Delivered.Wrote(answer, done => done.Result.Member("id").Id());
    }
}
