using System.Globalization;
using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Comments, log messages and to-dos (section 5).</summary>
internal sealed class TimelineMethods(PortalState state)
{
    public JsonNode AddComment(JsonObject asked)
    {
        var fields = asked["fields"].Map();
        var entity = fields["ENTITY_TYPE"].Text();
        Owner(entity switch { "lead" => 1, "deal" => 2, "contact" => 3, _ => 0 }, fields["ENTITY_ID"].Number());
        if (fields["COMMENT"].Text().Length == 0)
        {
            throw new PortalError("INVALID_ARG_VALUE", "Empty comment message");
        }

        var id = state.NextId();
        state.Comments.Add(new JsonObject
        {
            ["ID"] = id.ToString(CultureInfo.InvariantCulture), ["ENTITY_ID"] = fields["ENTITY_ID"].Text(), ["ENTITY_TYPE"] = entity, ["COMMENT"] = fields["COMMENT"].Text(),
            ["CREATED"] = state.Now(), ["AUTHOR_ID"] = "1",
        });
        state.Changed("TIMELINECOMMENT", "ADD", id);
        return id;
    }

    public JsonNode ListComments(JsonObject asked)
    {
        var filter = asked["filter"].Map();
        var all = state.Comments.Where(comment => comment["ENTITY_ID"].Text() == filter["ENTITY_ID"].Text() && comment["ENTITY_TYPE"].Text() == filter["ENTITY_TYPE"].Text());
        all = asked["order"].Map()["ID"].Text().Equals("DESC", StringComparison.OrdinalIgnoreCase) ? all.Reverse() : all;
        var (page, total, next) = PortalFilter.Page(all, asked["start"]);
        var result = new JsonObject { ["#list"] = new JsonArray([.. page.Select(comment => comment.DeepClone())]), ["total"] = total };
        if (next is { } more)
        {
            result["next"] = more;
        }

        return result;
    }

    public JsonNode AddLogMessage(JsonObject asked)
    {
        var fields = asked["fields"].Map();
        Owner(fields["entityTypeId"].Number(), fields["entityId"].Number());
        foreach (var name in new[] { "title", "text", "iconCode" })
        {
            if (fields[name].Text().Length == 0)
            {
                throw new PortalError("100", $"Required field: {name}");
            }
        }

        var message = (JsonObject)fields.DeepClone();
        (message["id"], message["created"], message["authorId"]) = (state.NextId(), state.Now(), 1);
        state.LogMessages.Add(message);
        return new JsonObject { ["logMessage"] = message.DeepClone() };
    }

    public JsonNode AddTodo(JsonObject asked)
    {
        Owner(asked["ownerTypeId"].Number(), asked["ownerId"].Number());
        if (!DateTimeOffset.TryParse(asked["deadline"].Text(), CultureInfo.InvariantCulture, out _))
        {
            throw new PortalError("WRONG_DATETIME_FORMAT", "Wrong date format");
        }

        var todo = (JsonObject)asked.DeepClone();
        todo["id"] = state.NextId();
        state.Todos.Add(todo);
        return new JsonObject { ["id"] = todo["id"]!.DeepClone() };
    }

    private void Owner(long type, long id)
    {
        if (type is < 1 or > 3 || !state.Items(type).ContainsKey(id))
        {
            throw new PortalError("OWNER_NOT_FOUND", "Owner was not found");
        }
    }
}
