using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Who, what and when a portal is: profile, scopes, statuses, own fields (sections 3.3, 3.4 and 12).</summary>
internal sealed class DirectoryMethods(PortalState state)
{
    public JsonNode Profile(JsonObject asked) => new JsonObject
    {
        ["ID"] = "1", ["ADMIN"] = state.IsAdmin, ["NAME"] = "Анна", ["LAST_NAME"] = "Владелец", ["PERSONAL_GENDER"] = "", ["TIME_ZONE"] = "",
    };

    public JsonNode Scope(JsonObject asked) => new JsonArray([.. state.Scopes.Select(scope => (JsonNode)scope)]);

    public JsonNode ServerTime(JsonObject asked) => state.Now();

    public JsonNode Mode(JsonObject asked) => state.Mode;

    public JsonNode AppInfo(JsonObject asked) => new JsonObject { ["SCOPE"] = Scope(asked), ["LICENSE"] = "ru_basic" };

    public JsonNode Statuses(JsonObject asked)
    {
        var filter = asked["filter"].Map();
        var rows = state.Statuses.Where(row => filter["ENTITY_ID"] is not { } entity || row["ENTITY_ID"].Text() == entity.Text()).ToList();
        return new JsonObject { ["#list"] = new JsonArray([.. rows.Select(row => row.DeepClone())]), ["total"] = rows.Count };
    }

    public JsonNode ListUserFields(JsonObject asked) => new JsonObject
    {
        ["#list"] = new JsonArray([.. state.UserFields.Select((name, index) => (JsonNode)new JsonObject { ["ID"] = $"{500 + index}", ["ENTITY_ID"] = "CRM_LEAD", ["FIELD_NAME"] = name })]),
        ["total"] = state.UserFields.Count,
    };

    public JsonNode AddUserField(JsonObject asked)
    {
        var name = asked["fields"].Map()["FIELD_NAME"].Text();
        if (!state.IsAdmin)
        {
            throw new PortalError("", "Access denied.");
        }

        name = name.StartsWith("UF_CRM_", StringComparison.Ordinal) ? name : "UF_CRM_" + name;
        if (name.Length > 50 || !name.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_') || state.UserFields.Contains(name))
        {
            throw new PortalError("ERROR_CORE", $"Поле {name} уже существует.<br>");
        }

        state.UserFields.Add(name);
        return 500 + state.UserFields.Count;
    }
}
