using System.Text.Json;
using AuditDashboard.Channels;
using AuditDashboard.Tests.Channels.Sending.Emulators;

namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>WhatsApp's 24 hours, on the Cloud API and behind Wazzup, and whom a number stands for.</summary>
public sealed class WindowTests : IAsyncDisposable
{
    private static readonly OutgoingTemplate Template = new("napominanie_zapis", "ru", ["Анна", "21.11 в 15:30"]);

    private SendingBench _bench = null!;

    public async ValueTask DisposeAsync() => await (_bench?.DisposeAsync() ?? default);

    [Theory]
    [InlineData(23.999, "text")]
    [InlineData(24.0, "template")]
    [InlineData(500.0, "template")]
    [InlineData(null, "template")]
    public async Task Outside_of_the_window_a_template_goes_instead(double? hoursAgo, string type)
    {
        _bench = await SendingBench.StartAsync("whatsapp");
        var last = hoursAgo is { } hours ? _bench.Host.Clock.GetUtcNow().AddHours(-hours) : (DateTimeOffset?)null;

        var result = await _bench.SendAsync(_bench.Message() with { LastInboundAt = last, Template = Template });

        Assert.Equal(SendState.Sent, result.State);
        Assert.Equal(type, JsonElement.Parse(Assert.Single(_bench.Emulator.Calls).Body).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_template_carries_its_values_and_what_its_buttons_bring_back()
    {
        _bench = await SendingBench.StartAsync("whatsapp");

        await _bench.SendAsync(_bench.Message() with { LastInboundAt = null, Template = Template, Buttons = SendingBench.Buttons.Take(2).ToList() });

        Assert.Equal(
            """{"messaging_product":"whatsapp","recipient_type":"individual","to":"79000000201","type":"template","template":{"name":"napominanie_zapis","language":{"code":"ru"},"components":[{"type":"body","parameters":[{"type":"text","text":"Анна"},{"type":"text","text":"21.11 в 15:30"}]},{"type":"button","sub_type":"quick_reply","index":"0","parameters":[{"type":"payload","payload":"rem:ok:4711"}]},{"type":"button","sub_type":"quick_reply","index":"1","parameters":[{"type":"payload","payload":"rem:no:4711"}]}]}}""",
            _bench.Emulator.LastBody);
    }

    [Fact]
    public async Task Outside_of_the_window_and_without_a_template_the_client_is_not_written_to()
    {
        _bench = await SendingBench.StartAsync("whatsapp");

        var result = await _bench.SendAsync(_bench.Message() with { LastInboundAt = null });

        Assert.Equal((SendState.Unreachable, "outside-window"), (result.State, result.Code));
        Assert.Empty(_bench.Emulator.Calls);
    }

    [Fact]
    public async Task Meta_closing_the_window_first_is_answered_with_the_template_once()
    {
        _bench = await SendingBench.StartAsync("whatsapp");
        _bench.Emulator.Faults.Enqueue(Fault.Of(400, WhatsAppService.Error(400, 131047, "Re-engagement message").Body));

        var result = await _bench.SendAsync(_bench.Message() with { Template = Template });

        Assert.Equal(SendState.Sent, result.State);
        Assert.Equal(["text", "template"], _bench.Emulator.Calls.Select(call => JsonElement.Parse(call.Body).GetProperty("type").GetString()));
        Assert.Single(_bench.Emulator.Accepted.All);
    }

    [Fact]
    public async Task A_client_without_a_number_is_the_recipient_and_never_a_number()
    {
        _bench = await SendingBench.StartAsync("whatsapp");

        Assert.Equal(SendState.Sent, (await _bench.SendAsync(_bench.Message() with { Address = "wa:RU.1000000000000201" })).State);

        Assert.Equal("wa:RU.1000000000000201", Assert.Single(_bench.Emulator.Accepted.All).Chat);
        Assert.DoesNotContain("\"to\"", _bench.Emulator.LastBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_whatsapp_shows_as_buttons_is_asked_for_in_words()
    {
        _bench = await SendingBench.StartAsync("whatsapp");

        await _bench.SendAsync(_bench.Message(new string('я', 1025)) with { Buttons = SendingBench.Buttons });

        Assert.EndsWith("яя\\n\\nОтветьте: да / нет / перенести\"}}", _bench.Emulator.LastBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_wazzup_only_a_business_account_has_a_window()
    {
        _bench = await SendingBench.StartAsync("wazzup");
        Assert.Equal(SendState.Sent, (await _bench.SendAsync(_bench.Message() with { LastInboundAt = null })).State);
        await _bench.DisposeAsync();
        _bench = await SendingBench.StartAsync("wazzup", ("Provisioning:Endpoints:0:Messenger", "waba"));

        var closed = await _bench.SendAsync(_bench.Message() with { LastInboundAt = null });
        var open = await _bench.SendAsync(_bench.Message() with { LastInboundAt = null, Template = Template with { Name = "6201005a" } });

        Assert.Equal((SendState.Unreachable, SendState.Sent), (closed.State, open.State));
        Assert.Contains("\"templateId\":\"6201005a\",\"templateValues\":[\"Анна\",\"21.11 в 15:30\"]", _bench.Emulator.LastBody, StringComparison.Ordinal);
        Assert.Equal("whatsapp", Assert.Single(_bench.Host.Get<IMessageSender>().Endpoints()).Channel);
    }

    [Theory]
    [InlineData("max", "max:10000000", "/v3/waInstance1101000001/sendMessage/", "max:10000000")]
    [InlineData("telegram", "tg:10000000", "/waInstance1101000001/sendMessage/", null)]
    public async Task Green_writes_to_the_messenger_its_account_belongs_to(string messenger, string address, string path, string? accepted)
    {
        _bench = await SendingBench.StartAsync("greenapi", ("Provisioning:Endpoints:0:Messenger", messenger));
        Assert.Equal(messenger, Assert.Single(_bench.Host.Get<IMessageSender>().Endpoints()).Channel);

        var result = await _bench.SendAsync(_bench.Message() with { Address = address });

        var call = Assert.Single(_bench.Emulator.Calls);
        Assert.StartsWith(path, call.Target, StringComparison.Ordinal);
        Assert.Equal("10000000", JsonElement.Parse(call.Body).GetProperty("chatId").GetString());
        Assert.Equal(accepted is null ? SendState.Unreachable : SendState.Sent, result.State);
        Assert.Equal(SendState.Unreachable, (await _bench.SendAsync(_bench.Message() with { Address = "wa:79000000501" })).State);
    }
}
