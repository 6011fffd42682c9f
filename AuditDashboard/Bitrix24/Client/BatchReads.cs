using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AuditDashboard.Bitrix24.Client;

/// <summary>
/// Several reads of one method in one call (bitrix24.md section 7): one drop in the bucket. Only reads: after a batch of writes that was cut off, each would
/// have to be looked for.
/// </summary>
internal sealed class BatchReads(PortalCalls calls, CallLimits limits)
{
    /// <summary>An answer for each, in order; where the whole was not answered, that answer for every one of them.</summary>
    /// <param name="asked">At most 50.</param>
    public async Task<IReadOnlyList<BitrixAnswer>> ReadAsync(string method, IReadOnlyList<JsonObject> asked, string subject, CancellationToken cancel)
    {
        if (limits.ClosedUntil(method) is not null)
        {
            return [.. asked.Select(_ => BitrixAnswer.Waiting("parked", TimeSpan.Zero))];
        }

        // Keys with a letter: of 0, 1, 2 the portal makes a list as soon as none is missing.
        var commands = new JsonObject(asked.Select((one, i) => KeyValuePair.Create($"r{i}", (JsonNode?)CommandOf(method, one))));
        var whole = await calls.CallAsync("batch", new JsonObject { ["halt"] = 0, ["cmd"] = commands }, cancel, subject);
        List<BitrixAnswer> parts = whole.IsOk ? [.. asked.Select((_, i) => PartOf(whole, $"r{i}"))] : [.. asked.Select(_ => whole)];
        if (whole.IsOk)
        {
            // Its commands use up the method's budget as calls of their own do.
            parts.ForEach(part => limits.Heard(method, part));
        }

        return parts;
    }

    private static BitrixAnswer PartOf(BitrixAnswer whole, string key)
    {
        var (result, failed, timing) = (whole.Result.Member("result").Member(key), whole.Result.Member("result_error").Member(key), whole.Result.Member("result_time").Member(key));
        var (kind, code, words) = failed.ValueKind != JsonValueKind.Undefined ? AnswerClass.Of(400, failed)
            : result.ValueKind == JsonValueKind.Undefined ? (AnswerKind.Ambiguous, "odd", "") : (AnswerKind.Ok, "", "");
        var next = whole.Result.Member("result_next").Member(key);
        return whole with
        {
            Kind = kind, Code = code, Words = words, Result = result, Next = next.ValueKind == JsonValueKind.Undefined ? null : next.Id(),
            Operating = timing.Member("operating").Number(), OperatingResetAt = timing.Member("operating_reset_at").UnixMoment(),
        };
    }

    /// <summary><c>method?query</c> with PHP's brackets, encoded once.</summary>
    internal static string CommandOf(string method, JsonObject asked)
    {
        var query = new StringBuilder(method).Append('?');
        foreach (var (name, value) in asked)
        {
            Write(query, Uri.EscapeDataString(name), value);
        }

        return query.ToString().TrimEnd('&', '?');
    }

    private static void Write(StringBuilder query, string name, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject map:
                map.ToList().ForEach(member => Write(query, $"{name}%5B{Uri.EscapeDataString(member.Key)}%5D", member.Value));
                break;
            case JsonArray list:
                list.Index().ToList().ForEach(item => Write(query, $"{name}%5B{item.Index.ToString(CultureInfo.InvariantCulture)}%5D", item.Item));
                break;
            default:
                query.Append(name).Append('=').Append(Uri.EscapeDataString(value?.ToString() ?? "")).Append('&');
                break;
        }
    }
}
