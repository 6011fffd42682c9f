using System.Net;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Ingestion.Otlp;

/// <summary>A bot that reports by OpenTelemetry while its messenger posts here too: each message stands in the log once.</summary>
public sealed class CallsOnlyTests : IngestTests
{
    protected override (string, string?)[] Settings => [.. Endpoints, ("Otlp:CallsOnly:0", "salon-bot")];

    [Fact]
    public async Task Of_its_telemetry_only_the_calls_of_models_are_kept()
    {
        Host.Clock.SetUtcNow(OtlpSamples.After);

        var answer = await Host.PostAsync(OtlpSamples.Read("traceloop-traces.json"), "application/json", "/v1/traces");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("llm.called", Assert.Single(await Host.EventsAsync()).Type);
    }

    [Fact]
    public async Task Another_bot_s_messages_are_kept_as_before()
    {
        Host.Clock.SetUtcNow(OtlpSamples.After);

        await Host.PostAsync(OtlpSamples.Read("traceloop-traces.json"), "application/json", "/v1/traces", by: Host.Client(IngestHost.IngestOnlyKey));

        Assert.Equal(3, (await Host.EventsAsync()).Count);
    }
}
