using System.Globalization;
using System.Text.Json.Nodes;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Sending;

namespace AuditDashboard.Bitrix24.Connect;

/// <summary>Makes the lead's fields for what we know of a dialog, where the webhook's owner may (bitrix24.md section 3.3); otherwise the lead's text has it.</summary>
internal sealed class MakeUserFields
{
    private const string Prefix = "UF_CRM_";

    /// <summary>Those of ours that exist in the end.</summary>
#pragma warning disable CA1822 // handed out like every other command
    public async Task<IReadOnlyList<string>> HandleAsync(Asking asking, bool isAdmin)
#pragma warning restore CA1822
    {
        var listed = await asking.AskAsync("crm.lead.userfield.list", new JsonObject { ["filter"] = new JsonObject { ["%FIELD_NAME"] = "UF_CRM_AD_" } });
        var known = listed.Result.Items().Select(row => row.Member("FIELD_NAME").Text()).ToHashSet(StringComparer.Ordinal);
        List<string> there = [];
        foreach (var (fact, field) in LeadFields.Own)
        {
            if (known.Contains(field) || (isAdmin && (await asking.AskAsync("crm.lead.userfield.add", Asked(fact, field))).IsOk))
            {
                there.Add(field);
            }
        }

        asking.Add("fields", there.Count == LeadFields.Own.Count ? "good" : "warn", there.Count.ToString(CultureInfo.InvariantCulture));
        return there;
    }

    private static JsonObject Asked(string fact, string field) => new()
    {
        ["fields"] = new JsonObject
        {
            ["USER_TYPE_ID"] = fact == "replay" ? "url" : "string", ["FIELD_NAME"] = field[Prefix.Length..], ["SHOW_FILTER"] = "Y",
            ["LABEL"] = CrmWords.Get($"Field{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(fact)}"),
        },
    };
}
