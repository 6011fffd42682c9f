using AuditDashboard.Tests.Channels.Meta;

namespace AuditDashboard.Tests.Channels.Instagram;

public sealed class InstagramSampleTests : MetaSamples
{
    protected override string Folder => "instagram";

    public static TheoryData<string> Files() => FilesOf("instagram");

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_sample_becomes_the_events_of_its_index(string file) => CheckSampleAsync(file);

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_changed_byte_is_refused(string file) => CheckSignatureAsync(file);

    [Fact]
    public Task Repeats_reversed_and_in_parallel_give_no_duplicate_and_no_error() => CheckRepeatsAsync();

    [Theory]
    [InlineData("instagram-text.json")]
    [InlineData("instagram-share-attachment-only.json")]
    public Task Hostile_bodies_are_answered_and_kept(string file) => CheckHostileAsync(file);
}
