using System.Text.Json;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Telegram;

public sealed class TelegramSampleTests : ChannelSamples
{
    protected override string Folder => "telegram";

    protected override IReadOnlyList<(string Id, string Client)> Bookings => [("4711", "tg:700000101"), ("4712", "tg:700000102")];

    public static TheoryData<string> Files() => FilesOf("telegram");

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_sample_becomes_the_events_of_its_index(string file) => CheckSampleAsync(file);

    [Fact]
    public Task Repeats_reversed_and_in_parallel_give_no_duplicate_and_no_error() => CheckRepeatsAsync();

    [Theory]
    [InlineData("telegram-text.json")]
    [InlineData("telegram-callback-confirm.json")]
    public Task Hostile_bodies_are_answered_and_kept(string file) => CheckHostileAsync(file);

    protected override IReadOnlyList<JsonElement> Expected(string file) =>
        base.Expected(file == "telegram-duplicate-retry.json" ? "telegram-duplicate-first.json" : file);

    protected override Task<HttpResponseMessage> PostAsync(string file, byte[] body) => Host.PostAsync(
        body, path: "/hooks/ep-telegram", by: Host.Anyone, headers: ("X-Telegram-Bot-Api-Secret-Token", "tg-secret-0001"));
}
