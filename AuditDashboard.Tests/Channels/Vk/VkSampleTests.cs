using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Vk;

public sealed class VkSampleTests : ChannelSamples
{
    protected override string Folder => "vk";

    protected override (string, string?)[] Settings =>
        EndpointSettings.Of("vk", ("Secret", "vkSecret0001"), ("ConfirmationCode", "a1b2c3d4"), ("GroupId", "230000001"));

    protected override IReadOnlyList<(string Id, string Client)> Bookings => [("4740", "vk:50000401"), ("4741", "vk:50000401")];

    protected override string CutBody => "{\"secret\":\"vkSecret0001\",\"cut";

    public static TheoryData<string> Files() => FilesOf("vk");

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_sample_becomes_the_events_of_its_index(string file)
    {
        await CheckSampleAsync(file);

        var again = await (await PostAsync(file)).Content.ReadAsStringAsync(Cancel);
        Assert.Equal(file == "vk-confirmation.json" ? "a1b2c3d4" : "ok", again);
    }

    [Fact]
    public Task Repeats_reversed_and_in_parallel_give_no_duplicate_and_no_error() => CheckRepeatsAsync();

    [Theory]
    [InlineData("vk-message-new-keyboard-payload.json")]
    [InlineData("vk-message-event.json")]
    public Task Hostile_bodies_are_answered_and_kept(string file) => CheckHostileAsync(file);

    protected override Task<HttpResponseMessage> PostAsync(string file, byte[] body) => Host.PostAsync(body, path: "/hooks/ep-vk", by: Host.Anyone);
}
