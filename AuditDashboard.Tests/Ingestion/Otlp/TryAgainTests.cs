using System.Net;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion.Api;
using AuditDashboard.Ingestion.Foreign;
using AuditDashboard.Ingestion.Otlp;
using AuditDashboard.Ingestion;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using static AuditDashboard.Tests.Ingestion.Otlp.SpanBuilder;

namespace AuditDashboard.Tests.Ingestion.Otlp;

/// <summary>What is not on disk is not answered with 2xx: SDKs send it again after 429 and 503, and only then.</summary>
public sealed class TryAgainTests : IngestTests
{
    protected override (string, string?)[] Settings => [.. Endpoints, ("Ingestion:EventsPerSecond", "1")];

    [Fact]
    public async Task Beyond_its_rate_a_key_hears_when_to_come_again()
    {
        await Host.PostAsync(Traces(Span(1, "chat"), Span(2, "chat"), Span(3, "chat")), path: "/v1/traces");

        var answer = await Host.PostAsync(Traces(Span(4, "chat")), path: "/v1/traces");

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(3)), (answer.StatusCode, answer.Headers.RetryAfter!.Delta));
        Assert.Equal("""{"message":"Too many events from this key"}""", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(3, (await Host.EventsAsync()).Count);
    }

    [Fact]
    public async Task A_disk_that_does_not_take_it_is_503()
    {
        await using (var db = await Host.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel))
        {
            await db.Database.ExecuteSqlRawAsync("drop table telemetry_parts", Cancel);
        }

        var answer = await Host.PostAsync(Traces(Span(1, "chat")), path: "/v1/traces");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(5)), (answer.StatusCode, answer.Headers.RetryAfter!.Delta));
        Assert.Equal("""{"message":"The log cannot be written at the moment"}""", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Empty(await Host.EventsAsync());
    }

    [Fact]
    public async Task A_full_queue_takes_back_the_whole_request()
    {
        var storing = new StoreTold(new FullQueue(), Host.Get<EventRate>(), Host.Get<IOptions<OtlpOptions>>());

        var taken = await storing.HandleAsync(new Sender("b", null), [1], _ => Task.FromResult(new List<TranslatedEvent> { new("x", "llm.called", OtlpSamples.After) }), Cancel);

        Assert.Equal(("busy", 1), (taken.Refusal!.Code, taken.RetryAfterSeconds));
    }

    private sealed class FullQueue : IIngest
    {
        public ValueTask<IngestReceipt> TakeAsync(Sender sender, IReadOnlyList<OfferedEvent> offered, CancellationToken cancel) =>
            ValueTask.FromResult(new IngestReceipt([], new Refusal("busy")));

        public ValueTask<bool> TakeOrOweAsync(Sender sender, IReadOnlyList<OfferedEvent> offered) => ValueTask.FromResult(false);
    }
}
