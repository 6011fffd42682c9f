using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Wazzup;

public sealed class WazzupSampleTests : ChannelSamples
{
    protected override string Folder => "wazzup";

    protected override (string, string?)[] Settings => Gateways.Endpoints;

    public static TheoryData<string> Files() => FilesOf("wazzup");

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_sample_becomes_the_events_of_its_index(string file) => CheckSampleAsync(file);

    [Fact]
    public Task Repeats_reversed_and_in_parallel_give_no_duplicate_and_no_error() => CheckRepeatsAsync();

    [Theory]
    [InlineData("wazzup-messages-inbound.json")]
    [InlineData("wazzup-statuses.json")]
    public Task Hostile_bodies_are_answered_and_kept(string file) => CheckHostileAsync(file);

    protected override Task<HttpResponseMessage> PostAsync(string file, byte[] body) => Host.PostAuthorizedAsync("wazzup", $"Bearer {Gateways.CrmKey}", body);

    protected override void CheckMore(JsonElement row, StoredEvent found) => Gateways.CheckCode(row, found);
}
