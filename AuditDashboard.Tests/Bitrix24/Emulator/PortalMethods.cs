using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>What the portal can be asked, and which scope each needs; empty needs none.</summary>
internal sealed class PortalMethods
{
    private static readonly HashSet<string> AppOnly =
        ["telephony.externalcall.register", "telephony.externalcall.finish", "event.bind", "event.offline.get", "event.test", "crm.activity.configurable.add", "placement.bind"];

    private readonly Dictionary<string, (string Scope, Func<JsonObject, JsonNode> Run)> _known;

    public PortalMethods(PortalState state)
    {
        Items = new ItemMethods(state);
        var (directory, classic, timeline, booking) = (new DirectoryMethods(state), new ClassicMethods(state, Items), new TimelineMethods(state), new BookingMethods(state));
        _known = new Dictionary<string, (string, Func<JsonObject, JsonNode>)>
        {
            ["profile"] = ("", directory.Profile), ["scope"] = ("", directory.Scope), ["server.time"] = ("", directory.ServerTime), ["app.info"] = ("", directory.AppInfo),
            ["method.get"] = ("", asked => Describe(asked, state)), ["crm.settings.mode.get"] = ("crm", directory.Mode), ["crm.status.list"] = ("crm", directory.Statuses),
            ["crm.lead.userfield.list"] = ("crm", directory.ListUserFields), ["crm.lead.userfield.add"] = ("crm", directory.AddUserField),
            ["crm.item.fields"] = ("crm", _ => new JsonObject { ["fields"] = PortalFields.Describe(state) }),
            ["crm.item.add"] = ("crm", Items.Add), ["crm.item.get"] = ("crm", Items.Get), ["crm.item.update"] = ("crm", Items.Update), ["crm.item.list"] = ("crm", Items.List),
            ["crm.item.delete"] = ("crm", Items.Delete),
            ["crm.lead.add"] = ("crm", classic.AddLead), ["crm.lead.get"] = ("crm", classic.GetLead), ["crm.lead.update"] = ("crm", classic.UpdateLead),
            ["crm.lead.delete"] = ("crm", classic.DeleteLead), ["crm.lead.list"] = ("crm", asked => classic.List(asked, 1)), ["crm.deal.list"] = ("crm", asked => classic.List(asked, 2)),
            ["crm.duplicate.findbycomm"] = ("crm", asked => PortalPhones.Find(state, asked)),
            ["crm.timeline.comment.add"] = ("crm", timeline.AddComment), ["crm.timeline.comment.list"] = ("crm", timeline.ListComments),
            ["crm.timeline.logmessage.add"] = ("crm", timeline.AddLogMessage), ["crm.activity.todo.add"] = ("crm", timeline.AddTodo),
            ["booking.v1.booking.add"] = ("booking", booking.Add), ["booking.v1.booking.get"] = ("booking", booking.Get), ["booking.v1.booking.list"] = ("booking", booking.List),
            ["booking.v1.booking.update"] = ("booking", booking.Update), ["booking.v1.booking.delete"] = ("booking", booking.Delete),
        };
    }

    public ItemMethods Items { get; }

    public bool Knows(string method) => method == "batch" || AppOnly.Contains(method) || _known.ContainsKey(method);

    public static bool IsAppOnly(string method) => AppOnly.Contains(method);

    public string ScopeOf(string method) => _known.TryGetValue(method, out var known) ? known.Scope : "";

    public JsonNode Run(string method, JsonObject asked) => _known[method].Run(asked);

    private JsonObject Describe(JsonObject asked, PortalState state)
    {
        var name = asked["name"].Text().ToLowerInvariant();
        return new JsonObject { ["isExisting"] = Knows(name), ["isAvailable"] = Knows(name) && !IsAppOnly(name) && (ScopeOf(name).Length == 0 || state.Scopes.Contains(ScopeOf(name))) };
    }
}
