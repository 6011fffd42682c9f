using System.Net;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Instagram;

public sealed class InstagramKindTests : IngestTests
{
    private const string Client = "\"sender\":{\"id\":\"900719925474099301\"},\"recipient\":{\"id\":\"17841400000000001\"},\"timestamp\":1795006800123";
    private const string Ours = "\"sender\":{\"id\":\"17841400000000001\"},\"recipient\":{\"id\":\"900719925474099301\"},\"timestamp\":1795006800123";

    protected override (string, string?)[] Settings => Gateways.Endpoints;

    [Theory]
    [InlineData(Client + ",\"message\":{\"mid\":\"m\",\"attachments\":[{\"type\":\"audio\",\"payload\":{\"url\":\"https://cdn.example/a\"}}]}", "message.received", "voice", "client")]
    [InlineData(Client + ",\"message\":{\"mid\":\"m\",\"text\":\"смотрите\",\"attachments\":[{\"type\":\"image\",\"payload\":{}},{\"type\":\"image\"}]}", "message.received", "media", "client")]
    [InlineData(Client + ",\"message\":{\"mid\":\"m\",\"is_unsupported\":true}", "message.received", "unsupported", "client")]
    [InlineData(Client + ",\"message\":{}", "message.received", "unsupported", "client")]
    [InlineData(Client + ",\"message_edit\":{\"mid\":\"m\",\"text\":\"иначе\",\"num_edit\":1}", "message.edited", "text", "client")]
    [InlineData(Client + ",\"reaction\":{\"mid\":\"m\",\"action\":\"react\",\"reaction\":\"love\",\"emoji\":\"❤\"}", "reaction.received", null, "client")]
    [InlineData(Client + ",\"read\":{\"mid\":\"m\"}", "delivery.read", null, "system")]
    [InlineData(Client + ",\"referral\":{\"ref\":\"promo\",\"source\":\"SHORTLINK\",\"type\":\"OPEN_THREAD\"}", "chat.started", null, "client")]
    [InlineData(Client + ",\"optin\":{\"type\":\"x\"}", "other", null, "client")]
    [InlineData(Client + ",\"novelty\":{\"type\":\"x\"}", "other", null, "client")]
    [InlineData(Ours + ",\"message\":{\"mid\":\"m\",\"text\":\"да\",\"is_echo\":true}", "message.sent", "text", "human")]
    [InlineData(Ours + ",\"message\":{\"mid\":\"m\",\"text\":\"да\",\"is_echo\":true,\"app_id\":1234567890}", "message.sent", "text", "ai")]
    [InlineData(Ours + ",\"message\":{\"mid\":\"m\",\"text\":\"да\"}", "message.sent", "text", "human")]
    [InlineData(Ours + ",\"message\":{\"mid\":\"m\",\"is_echo\":true,\"is_deleted\":true}", "message.deleted", null, "human")]
    [InlineData(Ours + ",\"read\":{\"mid\":\"m\"}", "other", null, "human")]
    public async Task An_item_says_what_happened_and_who_did_it(string item, string type, string? kind, string actor)
    {
        var answer = await PostAsync($"\"messaging\":[{{{item}}}]");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var stored = Assert.Single(await Host.EventsAsync());
        Assert.Equal((type, kind, actor), (stored.Type, stored.Content!.Kind, stored.Content.Actor));
        Assert.Equal("ig:900719925474099301", stored.Content.Client!.Id);
    }

    [Fact]
    public async Task The_same_item_means_the_same_in_standby_and_in_changes()
    {
        await PostAsync("\"standby\":[{" + Client + ",\"message\":{\"mid\":\"m1\",\"text\":\"a\"}}]");
        await PostAsync("\"changes\":[{\"field\":\"messages\",\"value\":{" + Client.Replace("1795006800123", "\"1795006800\"", StringComparison.Ordinal) + ",\"message\":{\"mid\":\"m2\",\"text\":\"b\"}}}]");
        await PostAsync("\"messaging\":[{" + Client + ",\"message\":{\"mid\":\"m1\",\"text\":\"a\"}}],\"changes\":[{\"field\":\"comments\",\"value\":{\"id\":\"1\"}}]");

        var stored = await Host.EventsAsync();
        Assert.Equal([("message.received", "a"), ("message.received", "b"), ("other", null)], stored.Select(found => (found.Type, found.Content!.Text)));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795006800), stored[1].OccurredAt);
    }

    [Fact]
    public async Task A_like_taken_back_and_given_again_is_three_things()
    {
        string Like(string action, int seconds) => "{" + Client.Replace("1795006800123", $"{1795006800 + seconds}000", StringComparison.Ordinal)
            + ",\"reaction\":{\"mid\":\"m\",\"action\":\"" + action + "\"}}";
        await PostAsync($"\"messaging\":[{Like("react", 1)},{Like("unreact", 2)},{Like("react", 3)}]");
        await PostAsync($"\"messaging\":[{Like("react", 3)},{Like("react", 1)}]");

        Assert.Equal(["react", "unreact", "react"], (await Host.EventsAsync()).Select(found => found.Content!.DataText("action")));
    }

    [Fact]
    public async Task A_deletion_comes_beside_the_message_and_in_any_order()
    {
        await PostAsync("\"messaging\":[{" + Client + ",\"message\":{\"mid\":\"m\",\"is_deleted\":true}}]");
        await PostAsync("\"messaging\":[{" + Client + ",\"message\":{\"mid\":\"m\",\"text\":\"ой\"}},{" + Client + ",\"message\":{\"mid\":\"m\",\"is_deleted\":true}}]");

        var stored = await Host.EventsAsync();
        Assert.Equal([EventTypes.MessageDeleted, EventTypes.MessageReceived], stored.Select(found => found.Type));
        Assert.All(stored, found => Assert.Equal("m", found.Content!.ExternalId));
    }

    [Fact]
    public async Task A_press_under_a_reminder_confirms_the_booking()
    {
        await Host.PostAsync("""{"id":"b","type":"booking.created","time":"2026-11-17T10:00:00Z","client":{"id":"ig:900719925474099301"},"booking":{"id":"77","start":"2026-11-28T12:30:00Z"} }""");

        await PostAsync("\"messaging\":[{" + Client + ",\"message\":{\"mid\":\"m\",\"text\":\"Приду\",\"quick_reply\":{\"payload\":\"rem:ok:77\"}}}]");

        Assert.Equal(["booking.created", "message.received", "booking.confirmed"], (await Host.EventsAsync()).Select(found => found.Type));
    }

    private Task<HttpResponseMessage> PostAsync(string members) =>
        Host.PostMetaAsync("instagram", "{\"object\":\"instagram\",\"entry\":[{\"id\":\"17841400000000001\",\"time\":1795006801000," + members + "}]}");
}
