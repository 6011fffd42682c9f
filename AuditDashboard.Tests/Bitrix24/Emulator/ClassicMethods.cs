using System.Text;
using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary><c>crm.lead.*</c> and <c>crm.deal.list</c> (section 3.2): upper-case names, numbers as texts, errors with an empty code.</summary>
internal sealed class ClassicMethods(PortalState state, ItemMethods items)
{
    public JsonNode AddLead(JsonObject asked) => items.AddItem(1, ToItem(asked["fields"].Map()))["id"]!.DeepClone();

    public JsonNode GetLead(JsonObject asked) => ToClassic(FindLead(asked));

    public JsonNode UpdateLead(JsonObject asked)
    {
        items.UpdateItem(1, FindLead(asked), ToItem(asked["fields"].Map()));
        return true;
    }

    public JsonNode DeleteLead(JsonObject asked)
    {
        items.Delete(new JsonObject { ["entityTypeId"] = 1, ["id"] = FindLead(asked)["id"].Number() });
        return true;
    }

    public JsonNode List(JsonObject asked, long type)
    {
        var filter = new JsonObject();
        foreach (var (name, value) in asked["filter"].Map())
        {
            var letters = name.TrimStart('=', '!', '<', '>', '@', '%');
            filter[name[..^letters.Length] + Camel(letters)] = value?.DeepClone();
        }

        var order = new JsonObject(asked["order"].Map().Select(pair => KeyValuePair.Create(Camel(pair.Key), pair.Value?.DeepClone())));
        var (page, total, next) = PortalFilter.Page(items.Visible(type, filter, order), asked["start"]);
        var select = asked["select"].List().Select(name => name.Text()).ToList();
        var result = new JsonObject { ["#list"] = new JsonArray([.. page.Select(item => (JsonNode)Selected(ToClassic(item), select))]), ["total"] = total };
        if (next is { } more)
        {
            result["next"] = more;
        }

        return result;
    }

    private JsonObject FindLead(JsonObject asked)
    {
        var id = asked.Any("id", "ID").Number();
        return id <= 0 ? throw new PortalError("", "ID is not defined or invalid") : state.Leads.GetValueOrDefault(id) ?? throw new PortalError("", "Not found");
    }

    private static JsonObject Selected(JsonObject item, List<string> select)
    {
        foreach (var name in item.Select(pair => pair.Key).ToList())
        {
            var isMultifield = name is "PHONE" or "EMAIL" or "IM";
            var isChosen = select.Contains(name) || (!isMultifield && (select.Count == 0 || select.Contains(name.StartsWith("UF_", StringComparison.Ordinal) ? "UF_*" : "*")));
            if (!isChosen)
            {
                item.Remove(name);
            }
        }

        return item;
    }

    private static JsonObject ToItem(JsonObject classic)
    {
        var (item, multifields) = (new JsonObject(), new JsonArray());
        foreach (var (name, value) in classic)
        {
            if (name is "PHONE" or "EMAIL" or "IM")
            {
                foreach (var field in value.List().OfType<JsonObject>())
                {
                    multifields.Add(new JsonObject { ["typeId"] = name, ["value"] = field["VALUE"].Text(), ["valueType"] = field["VALUE_TYPE"].Text() });
                }
            }
            else
            {
                item[Camel(name)] = value?.DeepClone();
            }
        }

        if (multifields.Count > 0)
        {
            item["fm"] = multifields;
        }

        return item;
    }

    private static JsonObject ToClassic(JsonObject item)
    {
        var classic = new JsonObject();
        foreach (var (name, value) in item)
        {
            if (name == "fm")
            {
                foreach (var group in value.List().OfType<JsonObject>().GroupBy(field => field["typeId"].Text()))
                {
                    classic[group.Key] = new JsonArray([.. group.Select(field => (JsonNode)new JsonObject
                    {
                        ["ID"] = field["id"].Text(), ["VALUE_TYPE"] = field["valueType"].Text(), ["VALUE"] = field["value"].Text(), ["TYPE_ID"] = group.Key,
                    })]);
                }
            }
            else if (value is not JsonArray)
            {
                classic[Upper(name)] = name == "opportunity" ? value!.GetValue<double>().ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) : value.Text();
            }
        }

        return classic;
    }

    private static string Camel(string upper)
    {
        if (upper.StartsWith("UF_", StringComparison.Ordinal) || upper is "PHONE" or "EMAIL")
        {
            return upper;
        }

        var words = upper.ToLowerInvariant().Split('_');
        var name = words[0] + string.Concat(words[1..].Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return name switch { "statusId" => "stageId", "dateModify" => "updatedTime", "dateCreate" => "createdTime", _ => name };
    }

    private static string Upper(string camel)
    {
        if (camel.StartsWith("UF_", StringComparison.Ordinal))
        {
            return camel;
        }

        var name = new StringBuilder();
        foreach (var letter in camel)
        {
            name.Append(char.IsUpper(letter) ? "_" : "").Append(char.ToUpperInvariant(letter));
        }

        return name.ToString() switch { "STAGE_ID" => "STATUS_ID", "UPDATED_TIME" => "DATE_MODIFY", "CREATED_TIME" => "DATE_CREATE", var other => other };
    }
}
