using System.Globalization;
using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Everything a portal holds, in memory.</summary>
internal sealed class PortalState(TimeProvider time)
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(3);
    private long _id = 76;

    public string Secret { get; set; } = "sekret0canary0bitrix";

    /// <summary>1 classic, 2 simple.</summary>
    public int Mode { get; set; } = 1;

    public bool IsAdmin { get; set; } = true;

    public HashSet<string> Scopes { get; } = ["crm", "user_brief", "booking"];

    public HashSet<string> Required { get; } = [];

    public TimeSpan Skew { get; set; }

    public List<JsonObject> Statuses { get; } = PortalStatuses.Default();

    public List<string> UserFields { get; } = [];

    public List<JsonObject> Comments { get; } = [];

    public List<JsonObject> LogMessages { get; } = [];

    public List<JsonObject> Todos { get; } = [];

    public SortedDictionary<long, JsonObject> Bookings { get; } = [];

    public SortedDictionary<long, JsonObject> Leads { get; } = [];

    public SortedDictionary<long, JsonObject> Deals { get; } = [];

    public SortedDictionary<long, JsonObject> Contacts { get; } = [];

    /// <summary>Told of every change: entity (LEAD …), what happened (ADD …), id.</summary>
    public Action<string, string, long> Changed { get; set; } = (_, _, _) => { };

    public long NextId() => ++_id;

    public string Now() => (time.GetUtcNow() + Skew).ToOffset(Zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public SortedDictionary<long, JsonObject> Items(long entityTypeId) => entityTypeId switch
    {
        1 => Leads,
        2 => Deals,
        3 => Contacts,
        _ => throw new PortalError("NOT_FOUND", "Смарт-процесс не найден"),
    };

    public static string EntityOf(long entityTypeId) => entityTypeId switch { 1 => "LEAD", 2 => "DEAL", _ => "CONTACT" };

    public bool HasStatus(string entity, string status) => Statuses.Exists(row => row["ENTITY_ID"].Text() == entity && row["STATUS_ID"].Text() == status);

    public string SemanticsOf(long entityTypeId, string stage) =>
        Statuses.Find(row => row["ENTITY_ID"].Text() == (entityTypeId == 1 ? "STATUS" : "DEAL_STAGE") && row["STATUS_ID"].Text() == stage)?["SEMANTICS"].Text() is { Length: > 0 } known ? known : "P";

    /// <summary>As the portal's people do it, by hand.</summary>
    public void Edit(long entityTypeId, long id, params (string Field, JsonNode? Value)[] changes)
    {
        var item = Items(entityTypeId)[id];
        foreach (var (field, value) in changes)
        {
            item[field] = value;
        }

        item["stageSemanticId"] = SemanticsOf(entityTypeId, item["stageId"].Text());
        item["updatedTime"] = Now();
        Changed(EntityOf(entityTypeId), "UPDATE", id);
    }
}
