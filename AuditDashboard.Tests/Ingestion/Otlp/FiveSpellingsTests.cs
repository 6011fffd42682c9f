using System.Net;
using System.Net.Http.Headers;
using AuditDashboard.Conversations;
using AuditDashboard.Replay;
using AuditDashboard.Replay.Reading;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Ingestion.Otlp;

/// <summary>The same turn by five instrumentations, in both encodings and both orders of arrival: the replay must read the same. One application for all.</summary>
public sealed class FiveSpellingsTests : IAsyncDisposable
{
    private static readonly (string Spelling, string Extension, bool LogsFirst)[] Cases =
    [
        .. from spelling in OtlpSamples.Spellings
           from extension in new[] { "pb", "json" }
           from logsFirst in spelling == "openai" ? new[] { false, true } : [false]
           select (spelling, extension, logsFirst),
    ];

    private readonly TestApp _app = new(null, [.. Cases.Index().SelectMany(each => Key(each.Index))]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_replay_reads_the_same_whoever_instrumented_the_bot()
    {
        _app.Clock.SetUtcNow(OtlpSamples.After);
        foreach (var (index, told) in Cases.Index())
        {
            await TellAsync(index, told.Spelling, told.Extension, told.LogsFirst);
            await TellAsync(index, told.Spelling, told.Extension, told.LogsFirst);
        }

        await _app.Get<IStories>().CatchUpAsync(Cancel);
        var sessions = await _app.Get<ISessions>().ListAsync(new SessionFilter(), 0, 100, Cancel);

        Assert.Equal(Cases.Length, sessions.Count);
        foreach (var session in sessions)
        {
            Assert.Equal(("tg:700000101", "telegram", 2), (session.Key, session.Channel, session.Messages));
            Check(await _app.Get<TimelineReader>().RunAsync(session, Cancel));
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static void Check(Timeline timeline)
    {
        Assert.Equal(["message.received", "llm.called", "message.sent"], timeline.Items.Select(item => item.Event.Type));
        Assert.Equal(["Можно на субботу к Ольге?", null, "В субботу есть 15:30."], timeline.Items.Select(item => item.Text));
        foreach (var content in timeline.Items.Skip(1).Select(item => item.Event.Content!))
        {
            Assert.Equal(("openai", "gpt-4o-mini", "gpt-4o-mini-2024-07-18"), (content.Model!.Provider, content.Model.Name, content.Model.Version));
            Assert.Equal((812, 64, "2.3.1", timeline.Items[2].WaitMs), (content.Usage!.InputTokens, content.Usage.OutputTokens, content.Release, content.LatencyMs));
        }

        Assert.Equal("stop", timeline.Items[1].Event.Content!.DataText("finishReason"));
        Assert.Equal("tg:700000101", Assert.Single(timeline.Items.Select(item => item.Event.Content!.Client!.Id).Distinct()));
        Assert.InRange(timeline.Items[2].WaitMs!.Value, 120, 1500);
    }

    private async Task TellAsync(int index, string spelling, string extension, bool logsFirst)
    {
        using var bot = _app.CreateClient();
        string[] signals = spelling != "openai" ? ["traces"] : logsFirst ? ["logs", "traces"] : ["traces", "logs"];
        foreach (var signal in signals)
        {
            using var content = new ByteArrayContent(OtlpSamples.Read($"{spelling}-{signal}.{extension}"));
            content.Headers.ContentType = new MediaTypeHeaderValue(OtlpSamples.TypeOf(extension));
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/{signal}") { Content = content };
            request.Headers.Add("x-otlp-api-key", KeyOf(index));
            using var answer = await bot.SendAsync(request, Cancel);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static (string, string)[] Key(int index) =>
    [
        ($"Provisioning:ApiKeys:{index}:Name", $"bot {index}"), ($"Provisioning:ApiKeys:{index}:Key", KeyOf(index)),
        ($"Provisioning:ApiKeys:{index}:Bot", $"bot-{index}"), ($"Provisioning:ApiKeys:{index}:Scopes:0", "ingest"),
    ];

    private static string KeyOf(int index) => $"test_key_0000000000000000000000000000{index:D4}";
}
