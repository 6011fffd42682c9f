using AuditDashboard.Tests.Channels.Meta;

namespace AuditDashboard.Tests.Channels.WhatsApp;

public sealed class WhatsAppSampleTests : MetaSamples
{
    protected override string Folder => "whatsapp";

    protected override IReadOnlyList<(string Id, string Client)> Bookings => [("4720", "wa:79000000201"), ("4721", "wa:79000000202")];

    public static TheoryData<string> Files() => FilesOf("whatsapp");

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_sample_becomes_the_events_of_its_index(string file) => CheckSampleAsync(file);

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_changed_byte_is_refused(string file) => CheckSignatureAsync(file);

    [Fact]
    public Task Repeats_reversed_and_in_parallel_give_no_duplicate_and_no_error() => CheckRepeatsAsync();

    [Theory]
    [InlineData("whatsapp-text.json")]
    [InlineData("whatsapp-template-button.json")]
    [InlineData("whatsapp-multi-entry.json")]
    public Task Hostile_bodies_are_answered_and_kept(string file) => CheckHostileAsync(file);

    protected override async Task PrepareAsync(string file)
    {
        if (file == "whatsapp-duplicate-in-batch.json")
        {
            await PostAsync("whatsapp-duplicate-first.json");
        }
    }
}
