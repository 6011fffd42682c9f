using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Fields of items: which are known, and the multifield's own rules (section 3.1).</summary>
internal static class PortalFields
{
    private static readonly HashSet<string> Writable =
    [
        "title", "honorific", "name", "secondName", "lastName", "companyTitle", "sourceId", "sourceDescription", "stageId", "statusDescription", "currencyId", "opportunity",
        "isManualOpportunity", "opened", "comments", "assignedById", "companyId", "contactId", "contactIds", "observers", "originatorId", "originId", "utmSource", "utmMedium",
        "utmCampaign", "utmContent", "utmTerm", "categoryId", "typeId", "leadId", "closed", "begindate", "closedate",
    ];

    private static readonly HashSet<string> Own =
        ["id", "createdTime", "updatedTime", "createdBy", "updatedBy", "movedTime", "stageSemanticId", "entityTypeId", "hasPhone", "hasEmail"];

    public static bool IsWritable(PortalState state, string name) => Writable.Contains(name) || state.UserFields.Contains(name);

    public static bool IsKnown(PortalState state, string name) => IsWritable(state, name) || Own.Contains(name);

    public static JsonObject Describe(PortalState state)
    {
        var fields = new JsonObject();
        foreach (var name in Writable.Concat(Own).Concat(state.UserFields))
        {
            fields[name] = new JsonObject
            {
                ["type"] = "string", ["isRequired"] = state.Required.Contains(name), ["isReadOnly"] = Own.Contains(name), ["isMultiple"] = false, ["title"] = name, ["upperName"] = name.ToUpperInvariant(),
            };
        }

        return fields;
    }

    /// <summary>Numbers stay numbers, and texts of numbers become numbers where the field is one.</summary>
    public static JsonNode? Typed(string name, JsonNode? value) =>
        name is "opportunity" ? (JsonNode)double.Parse(value.Text() is { Length: > 0 } text ? text : "0", CultureInfo.InvariantCulture)
        : name is "assignedById" or "companyId" or "contactId" or "leadId" or "categoryId" ? value.Number()
        : value is null || value.GetValueKind() == JsonValueKind.Null ? null : value.DeepClone();

    public static JsonArray AddedMultifields(PortalState state, JsonNode? given) =>
        new([.. given.List().OfType<JsonObject>().Where(field => field["typeId"].Text().Length > 0).Select(field => New(state, field))]);

    /// <summary>An update is an object: <c>n0</c> adds, a known id changes, an empty value deletes; an element without <c>typeId</c> does nothing.</summary>
    public static JsonArray ChangedMultifields(PortalState state, JsonArray known, JsonNode? given)
    {
        var result = (JsonArray)known.DeepClone();
        foreach (var (key, value) in given as JsonObject ?? [])
        {
            if (value is not JsonObject field || field["typeId"].Text().Length == 0)
            {
                continue;
            }

            var old = result.FirstOrDefault(one => one!["id"].Text() == key);
            if (key.StartsWith('n') && field["value"].Text().Length > 0)
            {
                result.Add(New(state, field));
            }
            else if (old is not null && field["value"].Text().Length == 0)
            {
                result.Remove(old);
            }
            else if (old is not null)
            {
                old["value"] = field["value"].Text();
            }
        }

        return result;
    }

    private static JsonObject New(PortalState state, JsonObject field) => new()
    {
        ["id"] = state.NextId() + 900, ["valueType"] = field["valueType"].Text() is { Length: > 0 } type ? type : "OTHER", ["value"] = field["value"].Text(), ["typeId"] = field["typeId"].Text(),
    };
}
