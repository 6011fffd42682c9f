using System.Text;
using AuditDashboard.Channels;
using AuditDashboard.Tests.Channels.Sending.Emulators;
using Microsoft.AspNetCore.WebUtilities;

namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>After a press: the spinner stops, the buttons go, and nothing that fails here matters.</summary>
public sealed class SettleTests : IAsyncDisposable
{
    private SendingBench _bench = null!;

    public async ValueTask DisposeAsync() => await (_bench?.DisposeAsync() ?? default);

    [Theory]
    [InlineData("cbq:4382bfdwdsb323b2d9", "tg:700000101/1210")]
    [InlineData("4382bfdwdsb323b2d9", "1210")]
    public async Task Telegram_hears_the_answer_and_then_loses_the_buttons(string press, string message)
    {
        await SettleAsync("telegram", press, message, new string('я', 300));

        Assert.Equal(["answerCallbackQuery", "editMessageReplyMarkup"], _bench.Emulator.Calls.Select(call => call.Target.Split('/')[^1]));
        Assert.Equal($$"""{"callback_query_id":"4382bfdwdsb323b2d9","text":"{{new string('я', 200)}}"}""", Body(0));
        Assert.Equal("""{"chat_id":700000101,"message_id":1210,"reply_markup":{"inline_keyboard":[]}}""", Body(1));
    }

    [Fact]
    public async Task A_press_that_is_too_old_still_loses_its_buttons()
    {
        _bench = await SendingBench.StartAsync("telegram");
        _bench.Emulator.Faults.Enqueue(Fault.Of(400, """{"ok":false,"error_code":400,"description":"Bad Request: query is too old and response timeout expired or query ID is invalid"}"""));
        _bench.Emulator.Faults.Enqueue(Fault.Of(400, """{"ok":false,"error_code":400,"description":"Bad Request: message is not modified"}"""));

        await SettleAsync("1", "1210", null);

        Assert.Equal(2, _bench.Emulator.Calls.Count);
    }

    [Fact]
    public async Task Max_drops_the_keyboard_and_shows_the_notice()
    {
        await SettleAsync("max", "cb/1?x", "mid.out1", "Записали");

        Assert.Equal("/answers?callback_id=cb%2F1%3Fx", Assert.Single(_bench.Emulator.Calls).Target);
        Assert.Equal("""{"message":{"attachments":[]},"notification":"Записали"}""", Body(0));
    }

    [Fact]
    public async Task A_max_that_will_not_change_the_message_still_shows_the_notice()
    {
        _bench = await SendingBench.StartAsync("max");
        _bench.Emulator.Faults.Enqueue(Fault.Of(400, """{"code":"proto.payload","message":"text is required"}"""));

        await SettleAsync("cb", null, "Записали");

        Assert.Equal("""{"notification":"Записали"}""", Body(1));
    }

    [Fact]
    public async Task Vk_shows_a_snackbar_to_whoever_pressed()
    {
        await SettleAsync("vk", "cbk9f00a1", "vk:50000401/58", "Записали");

        var call = Assert.Single(_bench.Emulator.Calls);
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Body));
        Assert.Equal("/method/messages.sendMessageEventAnswer", call.Target);
        Assert.Equal(
            ("cbk9f00a1", "50000401", "50000401", """{"type":"show_snackbar","text":"Записали"}"""),
            ((string?)form["event_id"], (string?)form["user_id"], (string?)form["peer_id"], (string?)form["event_data"]));
    }

    [Theory]
    [InlineData("whatsapp")]
    [InlineData("greenapi")]
    [InlineData("wazzup")]
    public async Task Where_there_is_no_spinner_nothing_is_called(string kind)
    {
        await SettleAsync(kind, "press", "message", "Записали");

        Assert.Empty(_bench.Emulator.Calls);
    }

    [Fact]
    public async Task A_service_that_fails_or_hangs_harms_nobody()
    {
        _bench = await SendingBench.StartAsync("vk");
        _bench.Emulator.Faults.Enqueue(Fault.Drop);
        await SettleAsync("a", null, null);
        _bench.Emulator.Faults.Enqueue(Fault.Hang);
        var settling = SettleAsync("b", null, null);
        await _bench.Emulator.UntilCalledAsync(2);
        _bench.Host.Clock.Advance(TimeSpan.FromSeconds(30));

        await settling;
        await _bench.Host.Get<IMessageSender>().SettleAsync(new SettledPress("ep-nobody", "vk:1", "x", null, null), TestContext.Current.CancellationToken);
    }

    private string Body(int number) => Encoding.UTF8.GetString(_bench.Emulator.Calls[number].Body);

    private async Task SettleAsync(string kind, string press, string? message, string? notice)
    {
        _bench = await SendingBench.StartAsync(kind);
        await SettleAsync(press, message, notice);
    }

    private Task SettleAsync(string press, string? message, string? notice) => _bench.Host.Get<IMessageSender>()
        .SettleAsync(new SettledPress(_bench.Endpoint, _bench.Service.Client, press, message, notice), TestContext.Current.CancellationToken);
}
