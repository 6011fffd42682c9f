using AuditDashboard.Digest.Chats;
using AuditDashboard.Digest.Sending;

namespace AuditDashboard.Tests.Digest.Chats;

/// <summary>An owner's chat is bound by a code that is written to the salon's assistant.</summary>
public sealed class BindChatTests : IAsyncLifetime
{
    private DigestBench _bench = null!;

    public async ValueTask InitializeAsync() => _bench = await DigestBench.StartAsync();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task The_chat_a_code_is_written_in_is_bound_and_told_so()
    {
        await _bench.WriteAsync((await _bench.CodeAsync()).ToLowerInvariant());
        await _bench.SweepAsync();

        var chat = Assert.Single(await _bench.ListAsync<OwnerChatRow>());
        Assert.Equal((DigestBench.OwnerChat, "telegram", "ep-telegram", null), (chat.Address, chat.Channel, chat.Endpoint, chat.CodeHash));
        Assert.StartsWith("Готово", Assert.Single(_bench.Arrived), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_binds_once_and_whoever_writes_it_later_gets_nothing()
    {
        var code = await _bench.CodeAsync();
        await _bench.WriteAsync(code);

        await _bench.WriteAsync(code, from: 700000202);
        await _bench.SweepAsync();

        Assert.Equal(DigestBench.OwnerChat, Assert.Single(await _bench.ListAsync<OwnerChatRow>()).Address);
        Assert.All(_bench.Emulator.Accepted.All, message => Assert.Equal(DigestBench.OwnerChat, message.Chat));
    }

    [Theory]
    [InlineData(14.99, true)]
    [InlineData(15.0, false)]
    public async Task A_code_counts_for_fifteen_minutes(double minutes, bool binds)
    {
        var code = await _bench.CodeAsync();
        _bench.App.Clock.Advance(TimeSpan.FromMinutes(minutes));

        await _bench.WriteAsync(code);

        Assert.Equal(binds, Assert.Single(await _bench.ListAsync<OwnerChatRow>()).Address is not null);
    }

    [Fact]
    public async Task A_newer_code_ends_the_one_before()
    {
        var first = await _bench.CodeAsync();
        var second = await _bench.CodeAsync();

        await _bench.WriteAsync(first, from: 700000202);
        await _bench.WriteAsync(second);

        Assert.Equal(DigestBench.OwnerChat, Assert.Single(await _bench.ListAsync<OwnerChatRow>()).Address);
    }

    [Fact]
    public async Task A_code_outlives_a_restart()
    {
        var code = await _bench.CodeAsync();
        await _bench.RestartAsync(_bench.App.Clock.GetUtcNow().AddMinutes(5));

        await _bench.WriteAsync(code);

        Assert.NotNull(Assert.Single(await _bench.ListAsync<OwnerChatRow>()).Address);
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_chat_that_is_not_bound_any_more()
    {
        await _bench.WriteAsync(await _bench.CodeAsync());

        await _bench.UnbindAsync();
        await _bench.SweepAsync();
        await _bench.SweepAtAsync("2026-11-23T06:01:00");

        Assert.Empty(_bench.Emulator.Accepted.All);
        Assert.Equal("unbound", Assert.Single(await _bench.ListAsync<OwnerMessageRow>()).Code);
    }

    [Fact]
    public async Task Nothing_is_sent_to_somebody_who_is_no_owner()
    {
        await _bench.WriteAsync(await _bench.CodeAsync("somebody-who-left"));

        await _bench.SweepAsync();

        Assert.Empty(_bench.Emulator.Accepted.All);
        Assert.Equal("no-owner", Assert.Single(await _bench.ListAsync<OwnerMessageRow>()).Code);
    }
}
