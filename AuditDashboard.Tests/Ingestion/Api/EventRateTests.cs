using System.Net;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Ingestion.Api;

public sealed class EventRateTests : IngestTests
{
    protected override (string, string?)[] Settings => [("Ingestion:EventsPerSecond", "2")];

    [Fact]
    public async Task Beyond_its_rate_a_key_hears_when_to_come_back()
    {
        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 4; i++)
        {
            answers.Add(await Host.PostAsync($$"""{"id":"r-{{i}}","type":"x.y","time":"2026-11-22T10:00:00Z"}"""));
        }

        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await Host.PostAsync("""{"id":"r-9","type":"x.y","time":"2026-11-22T10:00:00Z"}""");

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests], answers.Select(answer => answer.StatusCode));
        Assert.Equal("1", answers[2].Headers.GetValues("Retry-After").Single());
        Assert.Equal(HttpStatusCode.Accepted, later.StatusCode);
    }
}
