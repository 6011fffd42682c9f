using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Uis;

public sealed class UisSampleTests : ChannelSamples
{
    protected override string Folder => "uis";

    protected override (string, string?)[] Settings => EndpointSettings.Of("uis", ("Secret", "uis-secret-0001"));

    public static TheoryData<string> Files() => FilesOf("uis");

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_sample_becomes_the_events_of_its_index(string file) => CheckSampleAsync(file);

    [Fact]
    public Task Repeats_reversed_and_in_parallel_give_no_duplicate_and_no_error() => CheckRepeatsAsync();

    [Theory]
    [InlineData("uis-call-ended.json")]
    [InlineData("uis-call-lost.json")]
    public Task Hostile_bodies_are_answered_and_kept(string file) => CheckHostileAsync(file);

    protected override void CheckMore(JsonElement row, StoredEvent found)
    {
        Assert.Equal(Number(row, "talk_s") ?? found.Content!.Call!.DurationSeconds, found.Content!.Call!.DurationSeconds);
        Assert.Equal(9, found.Content.Call.WaitSeconds);
        Assert.StartsWith("23900000", found.Content.Session!, StringComparison.Ordinal);
    }

    protected override Task<HttpResponseMessage> PostAsync(string file, byte[] body) => Host.PostAsync(body, path: "/hooks/ep-uis/uis-secret-0001", by: Host.Anyone);
}
