using System.Net.Http.Headers;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Evidence;

/// <summary>An application with a key of scope <c>evidence</c> and dialogs in its log.</summary>
internal static class EvidenceApp
{
    public const string Key = "test_key_00000000000000000000000000000009";
    public const string BranchKey = "test_key_00000000000000000000000000000010";

    private static readonly string[] Words = ["Да", "Можно на субботу к Ольге?", "Здравствуйте! Записала вас на 14:30, ждём.", "Спасибо", "Сколько стоит «стрижка & укладка»?", "<b>нет</b>"];

    public static TestApp Start(string? folder = null, params (string, string)[] settings) => new(folder,
    [
        ("Provisioning:ApiKeys:0:Name", "evidence"), ("Provisioning:ApiKeys:0:Key", Key), ("Provisioning:ApiKeys:0:Bot", "checker"),
        ("Provisioning:ApiKeys:0:Scopes:0", "evidence"), ("Provisioning:ApiKeys:0:Scopes:1", "read"),
        ("Provisioning:Branches:0:Code", "garden"), ("Provisioning:Branches:0:Name", "Садовая"),
        ("Provisioning:ApiKeys:1:Name", "branch"), ("Provisioning:ApiKeys:1:Key", BranchKey), ("Provisioning:ApiKeys:1:Bot", "checker"),
        ("Provisioning:ApiKeys:1:Scopes:0", "evidence"), ("Provisioning:ApiKeys:1:Branch", "garden"),
        .. settings,
    ]) { HasScheduler = false };

    public static HttpClient Client(TestApp app, string key = Key)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <summary>Messages of one dialog, in and out in turn.</summary>
    public static async Task TalkAsync(TestApp app, string session, int messages, int from = 0)
    {
        var drafts = Enumerable.Range(from, messages).Select(i => Drafts.Of(
            $$"""
            {"id":"{{session}}-{{i}}","type":"{{(i % 2 == 0 ? "message.received" : "message.sent")}}","time":"{{TestApp.Start.AddSeconds(i - 3600):yyyy-MM-dd'T'HH:mm:ss'Z'}}",
             "session":"{{session}}","channel":"telegram","client":{"id":"tg:{{session}}"},"text":{{JsonSerializer.Serialize(Words[i % Words.Length])}} }
            """)).ToList();
        Assert.True((await app.Get<IEventLog>().AppendAsync(drafts, TestContext.Current.CancellationToken)).Succeeded);
    }

    /// <summary>The event that says whose content is about to go.</summary>
    public static async Task NameLeavesAsync(TestApp app, IEnumerable<long> indices)
    {
        var ranges = new NumberRanges();
        ranges.Add(indices);
        var draft = OwnEvent.Draft(EventTypes.ClientErased, app.Get<TimeProvider>(), new Dictionary<string, string?> { ["indices"] = ranges.ToString() });
        Assert.True((await app.Get<IEventLog>().AppendAsync([draft], TestContext.Current.CancellationToken)).Succeeded);
    }

    public static async Task<SessionId> SessionAsync(TestApp app, string session) =>
        (await app.Get<IEventReader>().ListAsync(new EventFilter(Session: session), TestContext.Current.CancellationToken))[0].SessionId!.Value;
}
