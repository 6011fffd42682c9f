using System.Net;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Mango;

public sealed class MangoSampleTests : ChannelSamples
{
    protected override string Folder => "mango";

    protected override (string, string?)[] Settings => MangoForm.Settings;

    public static TheoryData<string> Files() => FilesOf("mango");

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_sample_becomes_the_events_of_its_index(string file) => CheckSampleAsync(file);

    [Fact]
    public Task Repeats_reversed_and_in_parallel_give_no_duplicate_and_no_error() => CheckRepeatsAsync();

    [Theory]
    [InlineData("mango-call-connected.json")]
    [InlineData("mango-summary-missed.json")]
    public Task Hostile_bodies_are_answered_and_kept(string file) => CheckHostileAsync(file);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_forms_as_the_exchange_signs_them_are_taken_and_with_one_byte_changed_they_are_not(string file)
    {
        var form = JsonElement.Parse(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Samples", "mango", "_signatures.json"), Cancel))
            .GetProperty(file).GetProperty("form").GetString()!;
        var other = form[..^8] + (form[^8] == '0' ? '1' : '0') + form[^7..];

        Assert.Equal(HttpStatusCode.Unauthorized, (await Host.PostAsync(other, MangoForm.Type, "/hooks/ep-mango/events/call", Host.Anyone)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Host.PostAsync(form, MangoForm.Type, "/hooks/ep-mango/events/call", Host.Anyone)).StatusCode);
        Assert.Single(await Host.EventsAsync());
    }

    protected override string AsSent(string body) => MangoForm.Of(body);

    protected override void CheckMore(JsonElement row, StoredEvent found)
    {
        Assert.Equal(Number(row, "talk_s") ?? found.Content!.Call!.DurationSeconds, found.Content!.Call!.DurationSeconds);
        Assert.Equal(Number(row, "wait_s") ?? found.Content.Call.WaitSeconds, found.Content.Call.WaitSeconds);
        Assert.Equal(Text(row, "entry") ?? found.Content.Session, found.Content.Session);
        Assert.Equal(Text(row, "type") == "call.leg_ended", found.Content.Flag("leg"));
    }

    protected override Task<HttpResponseMessage> PostAsync(string file, byte[] body) =>
        Host.PostAsync(MangoForm.Of(body), MangoForm.Type, "/hooks/ep-mango/events/" + (file.Contains("summary", StringComparison.Ordinal) ? "summary" : "call"), Host.Anyone);
}
