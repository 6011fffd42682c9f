using System.Text.Json;

namespace AuditDashboard.Ingestion.Bodies;

/// <summary>
/// CloudEvents 1.0 in JSON (http-api.md section 2): <c>id</c>, <c>source</c>, <c>type</c> and <c>time</c> are the attributes, <c>subject</c> is the
/// session, <c>data</c> holds the other members. Read here and not by a library, because <c>data</c> must reach the log byte for byte.
/// </summary>
internal static class CloudEvent
{
    public static OfferedEvent Translate(ReadOnlyMemory<byte> item)
    {
        using var document = StrictDocument.Parse(item, out var problems);
        if (document is null)
        {
            return Refused(item, problems);
        }

        try
        {
            var found = Check(document.RootElement);
            return found.Count > 0 ? Refused(item, found) : Write(document.RootElement, item);
        }
        catch (InvalidOperationException)
        {
            return Refused(item, Words.At("", Words.Unreadable));
        }
    }

    private static OfferedEvent Write(JsonElement root, ReadOnlyMemory<byte> item)
    {
        using var writer = new EnvelopeWriter();
        writer.Text("id", Text(root, "id"));
        writer.Text("type", EventNames.Bare(Text(root, "type")!));
        writer.Text("time", Text(root, "time"));
        if (root.TryGetProperty("data", out var data))
        {
            writer.Members(data);
        }
        else if (root.TryGetProperty("data_base64", out var packed))
        {
            writer.Verbatim("data_base64", packed);
        }

        // The same names in data win (standards.md section 2.3).
        writer.Text("session", Text(root, "subject") is { } subject ? Session(subject) : Text(root, "sessionid"));
        writer.Text("channel", Text(root, "channel"));
        writer.Identity("client", Text(root, "clientid"));
        writer.Identity("lead", Text(root, "leadid"));
        return new OfferedEvent(writer.Finish(), Envelopes.CloudEvents) { Source = Text(root, "source")!, Raw = item, MembersAt = "/data" };
    }

    private static Dictionary<string, string[]> Check(JsonElement root)
    {
        var problems = new Dictionary<string, string[]>();
        foreach (var name in new[] { "id", "source", "type" })
        {
            if (string.IsNullOrEmpty(Text(root, name)))
            {
                problems[$"/{name}"] = [Words.Text];
            }
        }

        if (Text(root, "specversion") is not "1.0")
        {
            problems["/specversion"] = [Words.SpecVersion];
        }

        return problems;
    }

    private static OfferedEvent Refused(ReadOnlyMemory<byte> item, IReadOnlyDictionary<string, string[]> problems) =>
        new(item, Envelopes.CloudEvents) { Problems = problems };

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Session(string subject) => subject.StartsWith("session/", StringComparison.Ordinal) ? subject[8..] : subject;
}
