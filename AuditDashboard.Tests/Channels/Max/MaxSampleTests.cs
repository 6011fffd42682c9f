using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Max;

public sealed class MaxSampleTests : ChannelSamples
{
    protected override string Folder => "max";

    protected override (string, string?)[] Settings => EndpointSettings.Of("max", ("Secret", "max-secret-0001"), ("BotToken", "max-token-0001"));

    protected override IReadOnlyList<(string Id, string Client)> Bookings => [("4730", "max:80000301")];

    public static TheoryData<string> Files() => FilesOf("max");

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_sample_becomes_the_events_of_its_index(string file) => CheckSampleAsync(file);

    [Fact]
    public Task Repeats_reversed_and_in_parallel_give_no_duplicate_and_no_error() => CheckRepeatsAsync();

    [Theory]
    [InlineData("max-message-contact.json")]
    [InlineData("max-message-callback.json")]
    public Task Hostile_bodies_are_answered_and_kept(string file) => CheckHostileAsync(file);

    protected override (string Type, string? Kind) MeaningOf(string word) => word == "chat.start" ? ("chat.started", null) : base.MeaningOf(word);

    protected override void CheckMore(JsonElement row, StoredEvent found)
    {
        Assert.Equal(Text(row, "transcript"), found.Content!.Transcript?.Text);
        if (Text(row, "shared_phone") is { } phone)
        {
            Assert.Null(found.Content.Client!.Phone);
            Assert.Equal(phone, found.Content.DataText("contactPhone"));
        }
    }

    protected override Task<HttpResponseMessage> PostAsync(string file, byte[] body) => Host.PostAsync(
        body, path: "/hooks/ep-max", by: Host.Anyone, headers: ("X-Max-Bot-Api-Secret", "max-secret-0001"));
}
