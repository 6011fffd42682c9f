using AuditDashboard.Ingestion;
using AuditDashboard.Tests.Support;
using static AuditDashboard.Ingestion.RefusedCalls;

namespace AuditDashboard.Tests.Ingestion;

public sealed class RefusedCallsTests : IngestTests
{
    private static readonly Caller Key = new(null, "k1");

    private static readonly Caller Telegram = new("ep-telegram", null);

    [Theory]
    [InlineData("{", "application/json", "json")]
    [InlineData("{}", "text/plain", "media-type")]
    [InlineData("""{"id":"1","type":"x.y"}""", "application/json", "validation")]
    public async Task What_a_key_sends_and_is_refused_is_told_by_its_reason(string body, string type, string code)
    {
        await Host.PostAsync(body, type);

        Assert.Equal([new Refused(code, Host.Clock.GetUtcNow())], Latest(Key));
        Assert.Equal(1, Host.Get<RefusedCalls>().Count(Key, Host.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_wrong_key_is_nobodys_and_a_key_without_the_right_is_its_own()
    {
        using var stranger = Host.Client("wrong");
        using var reader = Host.Client(IngestHost.ReadOnlyKey);
        await Host.PostAsync("{}", by: stranger);
        await Host.PostAsync("{}", by: reader);

        Assert.Equal("unauthorized", Assert.Single(Latest(Caller.UnknownKey)).Code);
        Assert.Equal("scope", Assert.Single(Latest(new Caller(null, "k3"))).Code);
    }

    [Fact]
    public async Task Hooks_tell_a_wrong_secret_from_a_wrong_address()
    {
        await Host.PostAsync("{}", path: "/hooks/ep-telegram", by: Host.Anyone);
        await Host.PostAsync("{}", path: "/hooks/nobody", by: Host.Anyone);
        await Host.PostAsync("{", path: "/hooks/ep-telegram", by: Host.Anyone, headers: ("X-Telegram-Bot-Api-Secret-Token", "tg-secret-0001"));

        Assert.Equal(["json", "bad-signature"], Latest(Telegram).Select(refused => refused.Code).Order().Reverse());
        Assert.Equal("bad-signature", Assert.Single(Latest(Caller.UnknownEndpoint)).Code);
    }

    [Fact]
    public void Yesterday_does_not_count_today_and_memory_is_bounded()
    {
        var refused = Host.Get<RefusedCalls>();
        for (var i = 0; i < 200; i++)
        {
            refused.Note(Key, "json");
        }

        Host.Clock.Advance(TimeSpan.FromHours(24));
        refused.Note(Key, "validation");

        Assert.Equal(1, refused.Count(Key, Host.Clock.GetUtcNow() - TimeSpan.FromHours(10)));
        Assert.Equal(201, refused.Count(Key, Host.Clock.GetUtcNow() - TimeSpan.FromHours(30)));
        Assert.Equal(50, refused.Latest([Key], DateTimeOffset.MinValue).Count);
    }

    private IReadOnlyList<Refused> Latest(Caller caller) => Host.Get<RefusedCalls>().Latest([caller], DateTimeOffset.MinValue);
}
