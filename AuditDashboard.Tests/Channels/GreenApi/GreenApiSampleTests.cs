using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.GreenApi;

public sealed class GreenApiSampleTests : ChannelSamples
{
    protected override string Folder => "greenapi";

    protected override (string, string?)[] Settings => Gateways.Endpoints;

    public static TheoryData<string> Files() => FilesOf("greenapi");

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_sample_becomes_the_events_of_its_index(string file) => CheckSampleAsync(file);

    [Fact]
    public Task Repeats_reversed_and_in_parallel_give_no_duplicate_and_no_error() => CheckRepeatsAsync();

    [Theory]
    [InlineData("greenapi-incoming-text.json")]
    [InlineData("greenapi-outgoing-status.json")]
    public Task Hostile_bodies_are_answered_and_kept(string file) => CheckHostileAsync(file);

    protected override Task<HttpResponseMessage> PostAsync(string file, byte[] body) => Host.PostAuthorizedAsync("greenapi", $"Bearer {Gateways.GreenToken}", body);

    protected override void CheckMore(JsonElement row, StoredEvent found) => Assert.Equal("whatsapp", found.Channel);
}
