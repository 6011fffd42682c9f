using System.Text.Encodings.Web;
using System.Text.Json;

namespace AuditDashboard.Channels.Connect.Guides;

/// <summary>A <see cref="WebCall"/> as a program. A JSON string is a string of Python, JavaScript and C# as well.</summary>
internal static class CallSnippets
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string In(string tongue, WebCall call) => tongue switch
    {
        _ when tongue == Snippets.Python => Python(call),
        _ when tongue == Snippets.Node => Node(call),
        _ when tongue == Snippets.Sharp => Sharp(call),
        _ => Curl(call),
    };

    private static string Curl(WebCall call) => string.Join(
        " \\\n  ",
        [$"curl -X {call.Method} '{call.Address}'", .. All(call).Select(header => $"-H '{header.Name}: {header.Value}'"), $"-d '{call.Body}'"]);

    private static string Python(WebCall call) =>
        $$"""
        import urllib.request

        request = urllib.request.Request({{Quoted(call.Address)}}, {{Quoted(call.Body)}}.encode(), {
        {{Lines(call, (name, value) => $"    {name}: {value},")}}
        }, method={{Quoted(call.Method)}})
        print(urllib.request.urlopen(request).read().decode())
        """;

    private static string Node(WebCall call) =>
        $$"""
        // node call.mjs
        const answer = await fetch({{Quoted(call.Address)}}, {
          method: {{Quoted(call.Method)}},
          headers: {
        {{Lines(call, (name, value) => $"    {name}: {value},")}}
          },
          body: {{Quoted(call.Body)}},
        });
        console.log(answer.status, await answer.text());
        """;

    private static string Sharp(WebCall call) =>
        $$"""
        using System.Text;

        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod({{Quoted(call.Method)}}), {{Quoted(call.Address)}});
        request.Content = new StringContent({{Quoted(call.Body)}}, Encoding.UTF8, {{Quoted(call.ContentType)}});
        {{Lines(call with { ContentType = "" }, (name, value) => $"request.Headers.TryAddWithoutValidation({name}, {value});")}}
        using var answer = await http.SendAsync(request);
        Console.WriteLine($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        """;

    private static IEnumerable<(string Name, string Value)> All(WebCall call) =>
        call.ContentType.Length == 0 ? call.Headers : call.Headers.Prepend(("Content-Type", call.ContentType));

    private static string Lines(WebCall call, Func<string, string, string> line) =>
        string.Join('\n', All(call).Select(header => line(Quoted(header.Name), Quoted(header.Value))));

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Readable);
}
