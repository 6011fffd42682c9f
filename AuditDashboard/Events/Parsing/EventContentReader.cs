using System.Text.Json;

namespace AuditDashboard.Events.Parsing;

/// <summary>Reads one event object (http-api.md section 2): the same reader judges what is offered and reads what is kept.</summary>
internal static class EventContentReader
{
    /// <summary>Judges an offered event.</summary>
    /// <returns>The content, or null and every problem found.</returns>
    public static EventContent? Judge(ReadOnlyMemory<byte> json, out IReadOnlyList<JsonProblem> problems)
    {
        if (Strict(json.Span) is { } refused)
        {
            problems = [refused];
            return null;
        }

        var content = Read(json, out var found);
        problems = found ?? [];
        return problems.Count == 0 ? content : null;
    }

    /// <summary>Reads an event that was judged before it was stored.</summary>
    public static EventContent Reread(ReadOnlyMemory<byte> json) => Read(json, out _);

    private static JsonProblem? Strict(ReadOnlySpan<byte> json)
    {
        try
        {
            return StrictJson.Check(json);
        }
        catch (JsonException)
        {
            return new JsonProblem("", "JSON не читается");
        }
    }

    private static EventContent Read(ReadOnlyMemory<byte> json, out List<JsonProblem>? problems)
    {
        var content = new EventContent();
        var member = new MemberReader(json.Span, 0);
        if (member.Enter())
        {
            while (member.Next())
            {
                if (!Words(ref member, content) && !Tags(ref member, content) && !PartReader.Read(ref member, content, json))
                {
                    member.Skip();
                }
            }

            Require(ref member, content);
        }

        problems = member.Problems;
        return content;
    }

    private static bool Words(ref MemberReader member, EventContent content)
    {
        if (member.Is("id"u8, "id")) { content.Id = member.Text(512) ?? ""; }
        else if (member.Is("type"u8, "type")) { content.Type = member.Text(128) ?? ""; }
        else if (member.Is("time"u8, "time")) { content.Time = member.Moment() ?? default; }
        else if (member.Is("session"u8, "session")) { content.Session = member.Text(512); }
        else if (member.Is("channel"u8, "channel")) { content.Channel = member.Text(64); }
        else if (member.Is("branch"u8, "branch")) { content.Branch = member.Text(64); }
        else if (member.Is("actor"u8, "actor")) { content.Actor = member.Text(32); }
        else if (member.Is("kind"u8, "kind")) { content.Kind = member.Text(32); }
        else if (member.Is("text"u8, "text")) { content.Text = member.Text(); }
        else { return false; }

        return true;
    }

    private static bool Tags(ref MemberReader member, EventContent content)
    {
        if (member.Is("inReplyTo"u8, "inReplyTo")) { content.InReplyTo = member.Text(512); }
        else if (member.Is("release"u8, "release")) { content.Release = member.Text(128); }
        else if (member.Is("externalId"u8, "externalId")) { content.ExternalId = member.Text(512); }
        else if (member.Is("latencyMs"u8, "latencyMs")) { content.LatencyMs = (long?)member.Number(0, 864_000_000, "миллисекунды, число не меньше 0"); }
        else { return false; }

        return true;
    }

    private static void Require(ref MemberReader member, EventContent content)
    {
        Check(ref member, "id", content.Id, Identifier.IsValid(content.Id));
        Check(ref member, "type", content.Type, Identifier.IsValid(content.Type));
        if (content.Time == default && !Known(member.Problems, "/time"))
        {
            member.Refuse("/time", JsonProblem.Missing);
        }
    }

    private static void Check(ref MemberReader member, string name, string value, bool valid)
    {
        if (!valid && !Known(member.Problems, $"/{name}"))
        {
            member.Refuse($"/{name}", value.Length == 0 ? JsonProblem.Missing : JsonProblem.Identifier);
        }
    }

    private static bool Known(List<JsonProblem>? problems, string pointer) => problems?.Exists(problem => problem.Pointer == pointer) == true;
}
