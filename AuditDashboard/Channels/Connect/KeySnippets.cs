namespace AuditDashboard.Channels.Connect;

/// <summary>One trial event with an API key (http-api.md section 2).</summary>
internal static class KeySnippets
{
    public static string In(string tongue) => tongue switch
    {
        _ when tongue == Snippets.Python => Python,
        _ when tongue == Snippets.Node => Node,
        _ when tongue == Snippets.Sharp => Sharp,
        _ => Curl,
    };

    private static readonly string Curl =
        """
        NOW=$(date -u +%Y-%m-%dT%H:%M:%SZ)
        curl -X POST '{ADDRESS}' \
          -H 'Authorization: Bearer {SECRET}' \
          -H 'Content-Type: application/json' \
          -d @- <<JSON
        {"id": "trial-$(date +%s)", "type": "message.received", "time": "$NOW", "session": "trial", "channel": "web",
         "client": {"id": "web:trial"}, "text": "{TEXT}", "data": {"test": true}}
        JSON
        """;

    private static readonly string Python =
        """
        import json, time, urllib.request
        from datetime import datetime, timezone

        event = {
            "id": f"trial-{time.time_ns()}",
            "type": "message.received",
            "time": datetime.now(timezone.utc).isoformat(),
            "session": "trial",
            "channel": "web",
            "client": {"id": "web:trial"},
            "text": "{TEXT}",
            "data": {"test": True},
        }
        request = urllib.request.Request("{ADDRESS}", json.dumps(event).encode(), {
            "Authorization": "Bearer {SECRET}",
            "Content-Type": "application/json",
        })
        print(urllib.request.urlopen(request).read().decode())
        """;

    private static readonly string Node =
        """
        // node trial.mjs
        const event = {
          id: `trial-${Date.now()}`,
          type: "message.received",
          time: new Date().toISOString(),
          session: "trial",
          channel: "web",
          client: { id: "web:trial" },
          text: "{TEXT}",
          data: { test: true },
        };
        const answer = await fetch("{ADDRESS}", {
          method: "POST",
          headers: { Authorization: "Bearer {SECRET}", "Content-Type": "application/json" },
          body: JSON.stringify(event),
        });
        console.log(answer.status, await answer.text());
        """;

    // JSON by hand: a program in a single file is built without reflection, which serializing objects would need.
    private static readonly string Sharp =
        """"
        using System.Text;

        var now = TimeProvider.System.GetUtcNow();
        var json = $$"""
            {"id": "trial-{{now.ToUnixTimeMilliseconds()}}", "type": "message.received", "time": "{{now:O}}", "session": "trial",
             "channel": "web", "client": {"id": "web:trial"}, "text": "{TEXT}", "data": {"test": true} }
            """;
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Authorization", "Bearer {SECRET}");
        var answer = await http.PostAsync("{ADDRESS}", new StringContent(json, Encoding.UTF8, "application/json"));
        Console.WriteLine(await answer.Content.ReadAsStringAsync());
        """";
}
