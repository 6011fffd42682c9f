using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Portal;

namespace AuditDashboard.Bitrix24.Connect;

/// <summary>Asks a portal what it is: who we are there, what we may, how its CRM is set up (bitrix24.md sections 3.3, 3.4 and 14).</summary>
internal sealed class LearnPortal(PortalStore store, PortalCalls calls, MakeUserFields fields, TimeProvider time)
{
    /// <summary>A clock further off than this is told to the owner.</summary>
    public const long SkewSeconds = 120;

    private static readonly (string Key, string Method)[] Needed =
    [
        ("lead", "crm.item.add"), ("timeline", "crm.timeline.logmessage.add"), ("todo", "crm.activity.todo.add"), ("booking", "booking.v1.booking.add"),
    ];

    private readonly Dictionary<string, BitrixAnswer> _known = [];

    /// <summary>What the last asking found.</summary>
    public IReadOnlyList<PortalCheck> Checks { get; private set; } = [];

    /// <summary>The next asking begins anew.</summary>
    public void Forget() => _known.Clear();

    /// <param name="first">Asks everything and makes our fields; otherwise only what owners change.</param>
    /// <returns>False where the portal could not be asked now.</returns>
    public async Task<bool> HandleAsync(bool first, CancellationToken cancel)
    {
        var asking = new Asking(calls, _known, cancel);
        var facts = store.Current!.Facts;
        facts = first ? await WhoAsync(asking, facts) : facts;
        facts = asking.IsBroken ? facts : await CrmAsync(asking, facts);
        if (first && !asking.IsBroken)
        {
            facts = facts with { UserFields = await fields.HandleAsync(asking, facts.IsAdmin) };
        }

        if (first || asking.Checks.Count > Checks.Count)
        {
            Checks = asking.Checks;
        }

        if (asking.IsBroken)
        {
            return false;
        }

        _known.Clear();
        var json = JsonSerializer.Serialize(facts);
        await store.ChangeAsync(row => (row.Facts, row.PreparedAt) = (json, time.GetUtcNow()), cancel);
        return true;
    }

    private async Task<PortalFacts> WhoAsync(Asking asking, PortalFacts facts)
    {
        var profile = await asking.AskAsync("profile", []);
        asking.Note("profile", profile, profile.Result.Member("NAME").Text());
        var scope = await asking.AskAsync("scope", []);
        List<string> scopes = [.. scope.Result.Items().Select(item => item.Text())];
        asking.Add("scope", !scope.IsOk ? "warn" : scopes.Contains("crm") ? "good" : "bad", string.Join(", ", scopes));
        var clock = await asking.AskAsync("server.time", []);
        var skew = clock.Result.Moment() is { } there ? (long)(there - time.GetUtcNow()).TotalSeconds : 0;
        asking.Add("clock", !clock.IsOk || Math.Abs(skew) > SkewSeconds ? "warn" : "good", skew.ToString(CultureInfo.InvariantCulture));
        var hasBooking = false;
        foreach (var (key, method) in Needed)
        {
            var known = await asking.AskAsync("method.get", new JsonObject { ["name"] = method });
            var isThere = known.Result.Member("isAvailable").Yes();
            hasBooking |= key == "booking" && isThere;
            asking.Add(key, !known.IsOk ? "warn" : isThere ? "good" : key == "booking" ? "warn" : "bad", method);
        }

        return facts with { IsAdmin = profile.Result.Member("ADMIN").Yes(), UserName = profile.Result.Member("NAME").Text(), Scopes = scopes, SkewSeconds = skew, HasBooking = hasBooking };
    }

    private static async Task<PortalFacts> CrmAsync(Asking asking, PortalFacts facts)
    {
        var mode = await asking.AskAsync("crm.settings.mode.get", []);
        asking.Note("mode", mode, mode.Result.Id() == 2 ? "2" : "1");
        var (leads, deals, sources) = (await StatusesAsync(asking, "STATUS"), await StatusesAsync(asking, "DEAL_STAGE"), await StatusesAsync(asking, "SOURCE"));
        asking.Add("statuses", leads.Count > 0 && sources.Count > 0 ? "good" : "bad", $"{leads.Count} + {deals.Count} + {sources.Count}");
        return asking.IsBroken ? facts : facts with { Mode = mode.IsOk && mode.Result.Id() == 2 ? 2 : 1, LeadStages = leads, DealStages = deals, Sources = sources };
    }

    private static async Task<IReadOnlyList<PortalFacts.Status>> StatusesAsync(Asking asking, string entity)
    {
        var answer = await asking.AskAsync("crm.status.list", new JsonObject { ["filter"] = new JsonObject { ["ENTITY_ID"] = entity }, ["order"] = new JsonObject { ["SORT"] = "ASC" } });
        return
        [
            .. answer.Result.Items().Select(row => new PortalFacts.Status(
                row.Member("STATUS_ID").Text(), row.Member("NAME").Text(), (int)row.Member("SORT").Id(),
                SemanticsOf(row.Member("SEMANTICS").Text(), row.Member("EXTRA").Member("SEMANTICS").Text()))),
        ];
    }

    private static string? SemanticsOf(string own, string extra) => (own, extra) switch { ("S", _) or (_, "success") => "S", ("F", _) or (_, "failure" or "apology") => "F", _ => null };
}
