using System.Text;
using System.Text.Json.Nodes;

namespace AuditDashboard.Tests.Support;

/// <summary>A hundred and fifty bodies a stranger or a broken client could send, made of a good JSON body: cut, deep, huge, of wrong types, with NUL, half characters, numbers as strings.</summary>
internal static class HostileBodies
{
    public const int Count = 150;

    private static readonly string[] Values =
    [
        "null", "true", "-1", "1e400", "99999999999999999999999999", "0.1", "\"\"", "\"\\u0000\"", "\"\\uD83D\"", "\"\\uDE00x\"", "\"12\"", "[]", "{}", "[[[[]]]]", "[null]",
        "{\"id\":{}}", "\"2026-13-45\"", "\"\\uFEFF\"",
    ];

    /// <summary>The same bodies for the same sample.</summary>
    public static IReadOnlyList<byte[]> Of(byte[] sample) => [.. Fixed(sample).Concat(Changed(sample)).Take(Count)];

    private static IEnumerable<byte[]> Fixed(byte[] sample)
    {
        foreach (var text in new[] { "", " ", "null", "[]", "{}", "0", "\"x\"", "[1,2,{}]", "{\"a\":1,\"a\":2}", "{]", "\0", "<xml/>", "a=b&c=d" })
        {
            yield return Encoding.UTF8.GetBytes(text);
        }

        yield return [0xEF, 0xBB, 0xBF, .. sample];
        yield return [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(sample))];
        yield return [.. sample, 0xC3];
        yield return [.. sample, .. sample];
        yield return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 5_000)) + "1" + new string('}', 5_000));
        yield return Encoding.UTF8.GetBytes(new string('[', 100_000));
        yield return Encoding.UTF8.GetBytes("{\"text\":\"" + new string('я', 400_000) + "\"}");
        for (var i = 1; i <= 20; i++)
        {
            yield return sample[..(sample.Length * i / 21)];
        }
    }

    /// <summary>Every value of the sample in turn becomes something it should not be.</summary>
    private static IEnumerable<byte[]> Changed(byte[] sample)
    {
        var paths = Leaves(JsonNode.Parse(sample)!).Select(leaf => leaf.GetPath()).ToList();
        var random = new Random(paths.Count);
        while (true)
        {
            var changed = JsonNode.Parse(sample)!;
            var path = paths[random.Next(paths.Count)];
            var node = Leaves(changed).First(leaf => leaf.GetPath() == path);
            // Half the time the branch that holds the value goes, so that whole objects turn into something else.
            node = random.Next(2) == 0 && node.Parent?.Parent is not null ? node.Parent : node;
            const string mark = "a8f1-hostile-value";
            node.ReplaceWith(JsonValue.Create(mark));
            yield return Encoding.UTF8.GetBytes(changed.ToJsonString().Replace($"\"{mark}\"", Values[random.Next(Values.Length)], StringComparison.Ordinal));
        }
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.Where(member => member.Value is not null).SelectMany(member => Leaves(member.Value!)),
        JsonArray items => items.Where(item => item is not null).SelectMany(item => Leaves(item!)),
        _ => [node],
    };
}
