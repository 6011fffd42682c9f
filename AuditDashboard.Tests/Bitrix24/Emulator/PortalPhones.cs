using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Bitrix24.Emulator;

/// <summary>Phones as the kernel compares them (sections 4.1 and 15).</summary>
internal static class PortalPhones
{
    public static string Normalize(string phone)
    {
        var cut = phone.Split('#')[0];
        var digits = string.Concat(cut.Where(char.IsAsciiDigit));
        if (cut.TrimStart().StartsWith("+8", StringComparison.Ordinal) || digits.Length < 10)
        {
            return digits;
        }

        return digits switch
        {
            _ when digits[..2] is "80" or "81" or "82" => digits,
            _ when digits.StartsWith("00", StringComparison.Ordinal) => digits[2..],
            _ when digits.StartsWith("011", StringComparison.Ordinal) => digits[3..],
            _ when digits[0] == '8' => "7" + digits[1..],
            _ when digits[0] == '0' => digits[1..],
            _ => digits,
        };
    }

    /// <summary><c>crm.duplicate.findbycomm</c>: a type with 20 hits or more suppresses those after it.</summary>
    public static JsonNode Find(PortalState state, JsonObject asked)
    {
        var type = asked["type"].Text();
        if (type is not ("PHONE" or "EMAIL"))
        {
            throw new PortalError("", "Communication type is not defined.");
        }

        var wanted = asked["values"].List().Take(20).Select(value => Key(type, value.Text())).ToHashSet();
        var only = asked["entity_type"].Text();
        var found = new JsonObject();
        foreach (var (entity, items) in new[] { ("LEAD", state.Leads), ("CONTACT", state.Contacts), ("COMPANY", []) })
        {
            var hits = only.Length > 0 && only != entity ? [] : items.Where(item => item.Value["fm"].List().Any(field =>
                field!["typeId"].Text() == type && wanted.Contains(Key(type, field["value"].Text())))).Select(item => item.Key).Take(20).ToList();
            if (hits.Count > 0)
            {
                found[entity] = new JsonArray([.. hits.Select(id => (JsonNode)id)]);
            }

            if (hits.Count >= 20)
            {
                break;
            }
        }

        return found.Php();
    }

    private static string Key(string type, string value) => type == "PHONE" ? Normalize(value) : value.Trim().ToUpperInvariant();
}
