namespace AuditDashboard.Channels.Connect;

/// <summary>One trial event as a signed webhook (Standard Webhooks 1.0.0: HMAC-SHA256 over <c>id.timestamp.body</c>).</summary>
internal static class SignedSnippets
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
        SECRET='{SECRET}'
        ID="trial-$(date +%s)"
        STAMP=$(date +%s)
        BODY='{"type": "message.received", "timestamp": "'$(date -u +%Y-%m-%dT%H:%M:%SZ)'", "data": {"session": "trial", "channel": "web", "client": {"id": "web:trial"}, "text": "{TEXT}", "data": {"test": true}}}'
        KEY=$(printf %s "${SECRET#whsec_}" | base64 -d | od -An -vtx1 | tr -d ' \n')
        SIGNATURE=$(printf %s "$ID.$STAMP.$BODY" | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$KEY" -binary | base64)
        curl -X POST '{ADDRESS}' \
          -H 'Content-Type: application/json' \
          -H "webhook-id: $ID" \
          -H "webhook-timestamp: $STAMP" \
          -H "webhook-signature: v1,$SIGNATURE" \
          -d "$BODY"
        """;

    private static readonly string Python =
        """
        import base64, hashlib, hmac, json, time, urllib.request
        from datetime import datetime, timezone

        secret = base64.b64decode("{SECRET}".removeprefix("whsec_"))
        webhook_id = f"trial-{time.time_ns()}"
        stamp = str(int(time.time()))
        body = json.dumps({
            "type": "message.received",
            "timestamp": datetime.now(timezone.utc).isoformat(),
            "data": {"session": "trial", "channel": "web", "client": {"id": "web:trial"}, "text": "{TEXT}", "data": {"test": True}},
        }).encode()
        signed = hmac.new(secret, f"{webhook_id}.{stamp}.".encode() + body, hashlib.sha256).digest()
        request = urllib.request.Request("{ADDRESS}", body, {
            "Content-Type": "application/json",
            "webhook-id": webhook_id,
            "webhook-timestamp": stamp,
            "webhook-signature": "v1," + base64.b64encode(signed).decode(),
        })
        print(urllib.request.urlopen(request).read().decode())
        """;

    private static readonly string Node =
        """
        // node trial.mjs
        import { createHmac } from "node:crypto";

        const key = Buffer.from("{SECRET}".replace("whsec_", ""), "base64");
        const id = `trial-${Date.now()}`;
        const stamp = Math.floor(Date.now() / 1000).toString();
        const body = JSON.stringify({
          type: "message.received",
          timestamp: new Date().toISOString(),
          data: { session: "trial", channel: "web", client: { id: "web:trial" }, text: "{TEXT}", data: { test: true } },
        });
        const signature = createHmac("sha256", key).update(`${id}.${stamp}.${body}`).digest("base64");
        const answer = await fetch("{ADDRESS}", {
          method: "POST",
          headers: {
            "Content-Type": "application/json",
            "webhook-id": id,
            "webhook-timestamp": stamp,
            "webhook-signature": `v1,${signature}`,
          },
          body,
        });
        console.log(answer.status, await answer.text());
        """;

    // JSON by hand: a program in a single file is built without reflection, which serializing objects would need.
    private static readonly string Sharp =
        """"
        using System.Security.Cryptography;
        using System.Text;

        var key = Convert.FromBase64String("{SECRET}".Replace("whsec_", ""));
        var now = TimeProvider.System.GetUtcNow();
        var (id, stamp) = ($"trial-{now.ToUnixTimeMilliseconds()}", now.ToUnixTimeSeconds().ToString());
        var body = $$"""
            {"type": "message.received", "timestamp": "{{now:O}}", "data": {"session": "trial", "channel": "web",
             "client": {"id": "web:trial"}, "text": "{TEXT}", "data": {"test": true} } }
            """;
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{stamp}.{body}")));
        using var http = new HttpClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        content.Headers.Add("webhook-id", id);
        content.Headers.Add("webhook-timestamp", stamp);
        content.Headers.Add("webhook-signature", $"v1,{signature}");
        var answer = await http.PostAsync("{ADDRESS}", content);
        Console.WriteLine(await answer.Content.ReadAsStringAsync());
        """";
}
