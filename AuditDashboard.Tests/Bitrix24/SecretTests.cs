using System.Collections.Concurrent;
using System.Diagnostics;
using AuditDashboard.Bitrix24.Client;
using AuditDashboard.Bitrix24.Portal;
using AuditDashboard.Tests.Bitrix24.Emulator;
using AuditDashboard.Tests.Retention.Erasure;

namespace AuditDashboard.Tests.Bitrix24;

/// <summary>The webhook's address is the credential. Files, logs and the page have tests of their own beside what they test; here is what leaves the process.</summary>
public sealed class SecretTests
{
    private static readonly string[] Paths =
    [
        "exports/events?format=csv", "exports/events?format=jsonl", "exports/sessions?format=csv", "exports/bookings?format=json", "events", "sessions", "bitrix24/status", "admin/jobs",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_trace_no_export_no_answer_and_no_file_tells_the_webhooks_secret()
    {
        var traces = new ConcurrentQueue<string>();
        using var listener = Listening(traces);
        await using var crm = await CrmApp.StartAsync();
        var secret = crm.Portal.State.Secret;
        crm.Portal.Faults.On("crm.item.add", 1, new PortalFault.Reply(400, $$"""{"error":"ERROR_CORE","error_description":"Call of /rest/1/{{secret}}/crm.item.add failed"}"""));
        crm.Portal.Faults.On("crm.item.add", 2, new PortalFault.ExecuteThenDrop());
        var client = new { id = "tg:700000101", name = "Анна" };
        await crm.App.SendAsync(
            new { id = "l-1", type = "lead.created", time = crm.App.Now, session = "s-1", channel = "telegram", client, lead = new { id = "L-1" } },
            new { id = "l-2", type = "lead.created", time = crm.App.Now, session = "s-2", channel = "telegram", client = new { id = "tg:700000102" }, lead = new { id = "L-2" } });
        await crm.SendAsync();

        List<string> answers = [];
        foreach (var path in Paths)
        {
            answers.Add(await crm.App.Bot.GetStringAsync($"/api/v1/{path}", Cancel));
        }

        Assert.True(crm.Portal.Count("crm.item.add") >= 2);
        Assert.All(answers, answer => Assert.DoesNotContain(secret, answer, StringComparison.Ordinal));
        Assert.DoesNotContain(traces, trace => trace.Contains(secret, StringComparison.Ordinal));
        Assert.Empty(RawFiles.Naming(crm.App.Folder, secret));
    }

    [Fact]
    public async Task No_failure_of_a_call_is_an_exception_that_could_carry_the_address()
    {
        await using var crm = await CrmApp.StartAsync();
        var client = crm.App.Get<BitrixClient>();
        foreach (var url in new[] { "http://127.0.0.1:1/rest/1/sekret0canary0bitrix/", "http://nowhere.invalid/rest/1/sekret0canary0bitrix/" })
        {
            var answer = await client.CallAsync(WebhookAddress.Read(url, allowPrivate: true)!, "profile", [], _ => { }, Cancel);

            Assert.Equal((AnswerKind.Unreachable, ""), (answer.Kind, answer.Words));
        }
    }

    /// <summary>Everything the runtime and the application trace, but what the emulator's own server does.</summary>
    private static ActivityListener Listening(ConcurrentQueue<string> traces)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.Kind != ActivityKind.Server && activity.Source.Name != "Microsoft.AspNetCore")
                {
                    traces.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(happened => happened.Tags))}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
