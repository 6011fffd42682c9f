using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Ui;

namespace AuditDashboard.Bitrix24.Sending;

/// <summary>A lead in the portal's fields (bitrix24.md sections 3.1 and 15). Pure but for the words.</summary>
internal static class LeadFields
{
    private const int LongestTitle = 200;

    /// <summary>Our facts and the fields we make for them.</summary>
    public static readonly IReadOnlyList<(string Fact, string Field)> Own =
    [
        ("session", "UF_CRM_AD_SESSION"), ("channel", "UF_CRM_AD_CHANNEL"), ("scenario", "UF_CRM_AD_SCENARIO"), ("model", "UF_CRM_AD_MODEL"), ("replay", "UF_CRM_AD_REPLAY"),
    ];

    private static readonly Dictionary<string, string> SourceOf = new(StringComparer.Ordinal)
    {
        ["call"] = "CALL", ["phone"] = "CALL", ["mango"] = "CALL", ["uis"] = "CALL", ["email"] = "EMAIL", ["web"] = "WEB", ["site"] = "WEB", ["widget"] = "WEB",
    };

    public static JsonObject Of(LeadContents lead, string bot, string originId, PortalSettings settings, PortalFacts facts)
    {
        var fields = new JsonObject
        {
            ["title"] = Title(lead), ["sourceDescription"] = CrmWords.Get("SourceDescription", bot), ["originatorId"] = FindItem.Originator, ["originId"] = originId,
            ["utmSource"] = lead.Utm.GetValueOrDefault("utm_source") ?? lead.Channel, ["utmMedium"] = lead.Utm.GetValueOrDefault("utm_medium") ?? "bot",
        };
        Add(fields, "name", lead.Name);
        Add(fields, "utmCampaign", lead.Utm.GetValueOrDefault("utm_campaign"));
        Add(fields, "utmContent", lead.Utm.GetValueOrDefault("utm_content"));
        Add(fields, "utmTerm", lead.Utm.GetValueOrDefault("utm_term"));
        Add(fields, "sourceId", Source(lead.Channel, settings, facts));
        if (lead.Phone is { } phone)
        {
            fields["fm"] = new JsonArray(new JsonObject { ["typeId"] = "PHONE", ["valueType"] = "MOBILE", ["value"] = phone });
        }

        AddFacts(fields, lead, settings, facts);
        return fields;
    }

    /// <summary>What of a dialog a portal's lead is told that was there before ours.</summary>
    public static JsonObject FactsOf(LeadContents lead, PortalSettings settings, PortalFacts facts)
    {
        var fields = new JsonObject();
        AddFacts(fields, lead, settings, facts, mayComment: false);
        return fields;
    }

    /// <summary>Only a source the portal has; an unknown one may refuse the whole lead.</summary>
    public static string? Source(string? channel, PortalSettings settings, PortalFacts facts)
    {
        var wanted = channel is null ? null : settings.Sources.GetValueOrDefault(channel) ?? SourceOf.GetValueOrDefault(channel);
        return facts.Sources.Any(source => source.Id == wanted) ? wanted : facts.Sources.Any(source => source.Id == "OTHER") ? "OTHER" : null;
    }

    private static void AddFacts(JsonObject fields, LeadContents lead, PortalSettings settings, PortalFacts facts, bool mayComment = true)
    {
        var lines = new List<string>();
        foreach (var (fact, own) in Own)
        {
            if (ValueOf(fact, lead) is not { Length: > 0 } value)
            {
                continue;
            }

            var field = settings.Fields.GetValueOrDefault(fact) is { Length: > 0 } mapped ? mapped : own;
            if (field != own || facts.UserFields.Contains(own))
            {
                fields[field] = value;
            }
            else
            {
                lines.Add($"{CrmWords.Get($"Fact{char.ToUpperInvariant(fact[0])}{fact[1..]}")}: {value}");
            }
        }

        // Without rights to make fields the same stands in the lead's own text.
        if (mayComment && lines.Count > 0)
        {
            fields["comments"] = string.Join("\n", lines);
        }
    }

    private static string? ValueOf(string fact, LeadContents lead) => fact switch
    {
        "session" => lead.Session?.Id.ToString(),
        "channel" => lead.Channel,
        "scenario" => lead.Scenario,
        "model" => lead.Model,
        _ => lead.ReplayUrl,
    };

    private static string Title(LeadContents lead)
    {
        var channel = lead.Channel is null ? CrmWords.Get("NoChannel") : ChannelNames.Of(lead.Channel);
        var title = $"{channel}: {string.Join(", ", new[] { lead.Name ?? CrmWords.Get("Nameless"), lead.Topic }.OfType<string>())}";
        return title.Length <= LongestTitle ? title : title[..LongestTitle];
    }

    private static void Add(JsonObject fields, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            fields[name] = value;
        }
    }
}
