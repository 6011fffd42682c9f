using System.Text;
using AuditDashboard.Channels;
using AuditDashboard.Tests.Channels.Sending;
using AuditDashboard.Tests.Channels.Sending.Emulators;

namespace AuditDashboard.Tests.Channels.Yclients;

/// <summary>Marks that go back into the booking system.</summary>
public sealed class WriteAttendanceTests : IAsyncDisposable
{
    private SendingBench _bench = null!;

    public async ValueTask DisposeAsync() => await (_bench?.DisposeAsync() ?? default);

    [Theory]
    [InlineData("confirmed", 2)]
    [InlineData("2", 2)]
    [InlineData("attended", 1)]
    [InlineData("no_show", -1)]
    [InlineData("expected", 0)]
    public async Task A_mark_is_put_into_its_record(string attendance, int mark)
    {
        _bench = await SendingBench.StartAsync("yclients");

        var result = await TellAsync(attendance);

        Assert.Equal(new SendResult(SendState.Sent, "500001"), result);
        var call = Assert.Single(_bench.Emulator.Calls);
        Assert.Equal(("PUT", "/api/v1/record/4411/500001", $$"""{"attendance":{{mark}}}"""), (call.Method, call.Target, Encoding.UTF8.GetString(call.Body)));
    }

    [Theory]
    [InlineData(401, """{"success":false,"meta":{"message":"no"}}""", SendState.Misconfigured, "token-revoked", null)]
    [InlineData(403, """{"success":false,"meta":{"message":"no"}}""", SendState.Misconfigured, "token-revoked", null)]
    [InlineData(404, """{"success":false,"meta":{"message":"no"}}""", SendState.Unreachable, "record-gone", null)]
    [InlineData(422, """{"success":false,"meta":{"message":"no"}}""", SendState.Misconfigured, "http-422", null)]
    [InlineData(200, """{"success":false,"meta":{"message":"no"}}""", SendState.Misconfigured, "refused", null)]
    [InlineData(429, "", SendState.Later, "429", 60)]
    [InlineData(500, "", SendState.Later, "http-500", null)]
    [InlineData(504, "", SendState.Later, "http-504", null)]
    [InlineData(404, "<html>no such site</html>", SendState.Misconfigured, "http-404", null)]
    public async Task Yclients_says_no(int status, string body, SendState state, string code, int? seconds)
    {
        _bench = await SendingBench.StartAsync("yclients");
        _bench.Emulator.Faults.Enqueue(Fault.Of(status, body));

        Assert.Equal(new SendResult(state, Code: code, RetryAfter: seconds is { } wait ? TimeSpan.FromSeconds(wait) : null), await TellAsync("confirmed"));
    }

    [Fact]
    public async Task What_stays_open_may_be_told_again()
    {
        _bench = await SendingBench.StartAsync("yclients");
        _bench.Emulator.Faults.Enqueue(Fault.Drop);

        Assert.Equal((SendState.Later, "connection-lost"), await StateAsync("confirmed"));
        Assert.Equal(SendState.Sent, (await TellAsync("confirmed")).State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_confirmation_never_undoes_what_staff_said(int mark)
    {
        _bench = await SendingBench.StartAsync("yclients");
        var webhook = $$$"""{"company_id":4411,"resource":"record","resource_id":500001,"status":"update","data":{"id":500001,"date":"2026-11-22 15:30:00","attendance":{{{mark}}}}}""";
        Assert.True((await _bench.Host.PostAsync(webhook, path: "/hooks/ep-yclients/CANARY-yclients-hook-0001", by: _bench.Host.Anyone)).IsSuccessStatusCode);

        Assert.Equal((SendState.Sent, "marked"), await StateAsync("confirmed"));
        Assert.Empty(_bench.Emulator.Calls);
        Assert.Equal(SendState.Sent, (await TellAsync("no_show")).State);
    }

    [Theory]
    [InlineData("ep-yclients", "../4411/1", "confirmed", "record-invalid")]
    [InlineData("ep-yclients", "500001", "maybe", "record-invalid")]
    [InlineData("ep-nobody", "500001", "confirmed", "members-missing")]
    public async Task What_cannot_be_a_record_is_not_called(string endpoint, string booking, string attendance, string code)
    {
        _bench = await SendingBench.StartAsync("yclients");

        var result = await _bench.Host.Get<IBookingWriteBack>().TellAttendanceAsync(endpoint, booking, attendance, TestContext.Current.CancellationToken);

        Assert.Equal((SendState.Misconfigured, code), (result.State, result.Code));
        Assert.Empty(_bench.Emulator.Calls);
    }

    [Fact]
    public async Task Neither_token_is_in_any_log()
    {
        _bench = await SendingBench.StartAsync("yclients");
        _bench.Emulator.Faults.Enqueue(Fault.Drop);

        await TellAsync("confirmed");
        await TellAsync("confirmed");

        Assert.DoesNotContain(_bench.Log.All, line => line.Contains("CANARY", StringComparison.Ordinal));
    }

    private Task<SendResult> TellAsync(string attendance) =>
        _bench.Host.Get<IBookingWriteBack>().TellAttendanceAsync("ep-yclients", "500001", attendance, TestContext.Current.CancellationToken);

    private async Task<(SendState, string?)> StateAsync(string attendance) => await TellAsync(attendance) is var result ? (result.State, result.Code) : default;
}
