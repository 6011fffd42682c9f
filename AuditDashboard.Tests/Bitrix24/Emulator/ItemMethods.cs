using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary><c>crm.item.*</c> (section 3.1).</summary>
internal sealed class ItemMethods(PortalState state)
{
    private readonly Dictionary<long, int> _hidden = [];

    /// <summary>Lists do not see an item that is added from now on for so many calls.</summary>
    public int StaleReads { get; set; }

    public JsonNode Add(JsonObject asked) => new JsonObject { ["item"] = Show(AddItem(asked["entityTypeId"].Number(), asked["fields"].Map())) };

    public JsonObject AddItem(long type, JsonObject fields)
    {
        var items = state.Items(type);
        Check(type, fields, isNew: true);
        var (id, now) = (state.NextId(), state.Now());
        var item = new JsonObject
        {
            ["id"] = id, ["title"] = $"№ {id}", ["stageId"] = type == 3 ? "" : "NEW", ["createdTime"] = now, ["updatedTime"] = now, ["createdBy"] = 1, ["assignedById"] = 1, ["opened"] = "Y",
            ["opportunity"] = 0.0, ["isManualOpportunity"] = "N", ["companyId"] = 0, ["contactId"] = 0, ["originatorId"] = null, ["originId"] = null, ["name"] = null, ["sourceId"] = null,
            ["fm"] = PortalFields.AddedMultifields(state, fields["fm"]), ["observers"] = new JsonArray(), ["contactIds"] = new JsonArray(), ["entityTypeId"] = type, ["leadId"] = 0, ["categoryId"] = 0,
        };
        Assign(item, fields);
        item["stageSemanticId"] = type == 3 ? null : state.SemanticsOf(type, item["stageId"].Text());
        items[id] = item;
        if (StaleReads > 0)
        {
            _hidden[id] = StaleReads;
        }

        state.Changed(PortalState.EntityOf(type), "ADD", id);
        Convert(type, item);
        return item;
    }

    public JsonNode Update(JsonObject asked)
    {
        var (type, item) = (asked["entityTypeId"].Number(), Find(asked));
        UpdateItem(type, item, asked["fields"].Map());
        return new JsonObject { ["item"] = Show(item) };
    }

    /// <summary>Without a real change nothing is saved: no event, and the old time.</summary>
    public void UpdateItem(long type, JsonObject item, JsonObject fields)
    {
        Check(type, fields, isNew: false);
        var before = item.ToJsonString();
        if (fields["fm"] is { } multifields)
        {
            item["fm"] = PortalFields.ChangedMultifields(state, (JsonArray)item["fm"]!, multifields);
        }

        Assign(item, fields);
        item["stageSemanticId"] = type == 3 ? null : state.SemanticsOf(type, item["stageId"].Text());
        if (item.ToJsonString() == before)
        {
            return;
        }

        item["updatedTime"] = state.Now();
        state.Changed(PortalState.EntityOf(type), "UPDATE", item["id"].Number());
        Convert(type, item);
    }

    public JsonNode Get(JsonObject asked) => new JsonObject { ["item"] = Show(Find(asked)) };

    public JsonNode Delete(JsonObject asked)
    {
        var (type, id) = (asked["entityTypeId"].Number(), Find(asked)["id"].Number());
        state.Items(type).Remove(id);
        state.Changed(PortalState.EntityOf(type), "DELETE", id);
        return new JsonArray();
    }

    public JsonNode List(JsonObject asked)
    {
        var select = asked["select"].List().Select(name => name.Text()).ToList();
        var (page, total, next) = PortalFilter.Page(Visible(asked["entityTypeId"].Number(), asked["filter"].Map(), asked["order"]), asked["start"]);
        var result = new JsonObject { ["items"] = new JsonArray([.. page.Select(item => (JsonNode)Selected(item, select))]), ["total"] = total };
        if (next is { } more)
        {
            result["next"] = more;
        }

        return result;
    }

    public IEnumerable<JsonObject> Visible(long type, JsonObject filter, JsonNode? order)
    {
        var seen = state.Items(type).Where(pair => !IsHidden(pair.Key)).Select(pair => pair.Value).Where(item => PortalFilter.Passes(state, item, filter)).ToList();
        if (seen.Count == 0)
        {
            PortalFilter.Passes(state, [], filter);
        }

        return PortalFilter.Ordered(seen, order);
    }

    private bool IsHidden(long id)
    {
        if (!_hidden.TryGetValue(id, out var left) || left <= 0)
        {
            return false;
        }

        _hidden[id] = left - 1;
        return true;
    }

    private JsonObject Find(JsonObject asked) =>
        state.Items(asked["entityTypeId"].Number()).GetValueOrDefault(asked.Any("id", "ID").Number()) ?? throw PortalError.NotFound();

    private void Assign(JsonObject item, JsonObject fields)
    {
        foreach (var (name, value) in fields)
        {
            if (PortalFields.IsWritable(state, name))
            {
                item[name] = PortalFields.Typed(name, value);
            }
        }
    }

    private void Check(long type, JsonObject fields, bool isNew)
    {
        foreach (var name in state.Required)
        {
            if (type != 3 && (isNew ? fields[name].Text().Length == 0 : fields.ContainsKey(name) && fields[name].Text().Length == 0))
            {
                throw new PortalError("CRM_FIELD_ERROR_REQUIRED", $"Не заполнено обязательное поле «{name}»<br>");
            }
        }

        var wrong = fields["stageId"] is { } stage && type != 3 && !state.HasStatus(type == 1 ? "STATUS" : "DEAL_STAGE", stage.Text()) ? "stageId"
            : fields["sourceId"] is { } source && source.Text().Length > 0 && !state.HasStatus("SOURCE", source.Text()) ? "sourceId" : null;
        if (wrong is not null)
        {
            throw new PortalError("CRM_FIELD_ERROR_VALUE_NOT_VALID", $"Недопустимое значение поля «{wrong}»");
        }
    }

    /// <summary>Simple CRM: a lead whose name is filled becomes a deal at once.</summary>
    private void Convert(long type, JsonObject lead)
    {
        if (type != 1 || state.Mode != 2 || lead["name"].Text().Length == 0 || lead["stageId"].Text() == "CONVERTED")
        {
            return;
        }

        (lead["stageId"], lead["stageSemanticId"]) = ("CONVERTED", "S");
        AddItem(2, new JsonObject { ["title"] = lead["title"].Text(), ["leadId"] = lead["id"].Number() });
    }

    private static JsonObject Show(JsonObject item) => (JsonObject)item.DeepClone();

    private static JsonObject Selected(JsonObject item, List<string> select)
    {
        var shown = Show(item);
        foreach (var name in shown.Select(pair => pair.Key).ToList())
        {
            if (!select.Contains("*") && (name == "fm" || (select.Count > 0 && !select.Contains(name))))
            {
                shown.Remove(name);
            }
        }

        return shown;
    }
}
