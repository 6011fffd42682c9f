using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Yclients;

public sealed class YclientsSampleTests : ChannelSamples
{
    protected override string Folder => "yclients";

    protected override (string, string?)[] Settings => EndpointSettings.Of("yclients", ("Secret", "yc-secret-0001"), ("CompanyId", "200001"));

    public static TheoryData<string> Files() => FilesOf("yclients");

    [Theory]
    [MemberData(nameof(Files))]
    public Task A_sample_becomes_the_events_of_its_index(string file) => CheckSampleAsync(file);

    [Fact]
    public Task Repeats_reversed_and_in_parallel_give_no_duplicate_and_no_error() => CheckRepeatsAsync();

    [Theory]
    [InlineData("yclients-record-create.json")]
    [InlineData("yclients-record-update-prepaid.json")]
    public Task Hostile_bodies_are_answered_and_kept(string file) => CheckHostileAsync(file);

    /// <summary>The state known before: the index gives it, or an earlier sample of the same record does.</summary>
    protected override async Task PrepareAsync(string file)
    {
        if (Index()[file].TryGetProperty("before", out var before))
        {
            var body = JsonNode.Parse(Sample(file))!;
            body["status"] = "create";
            foreach (var member in before.EnumerateObject())
            {
                body["data"]![member.Name] = JsonNode.Parse(member.Value.GetRawText());
            }

            await PostAsync(file, Encoding.UTF8.GetBytes(body.ToJsonString()));
        }
        else if (file is "yclients-record-update-confirmed.json" or "yclients-record-update-arrived.json")
        {
            await PostAsync("yclients-record-create.json");
        }
    }

    protected override void CheckMore(JsonElement row, StoredEvent found)
    {
        if (Text(row, "starts_at") is { } start)
        {
            Assert.Equal(DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), found.Content!.Booking!.Start);
            Assert.Equal(90, (found.Content.Booking.End - found.Content.Booking.Start)!.Value.TotalMinutes);
            Assert.Equal(("Маникюр с покрытием", "Карина", 180_000), (found.Content.Booking.Service, found.Content.Booking.Staff, found.Content.Booking.PriceKopecks));
        }

        if (found.Type == "payment.received")
        {
            Assert.Equal(180_000, found.Content!.Payment!.AmountKopecks);
        }
    }

    protected override async Task<HttpResponseMessage> PostAsync(string file, byte[] body)
    {
        var answer = await Host.PostAsync(body, path: "/hooks/ep-yclients/yc-secret-0001", by: Host.Anyone);
        Assert.True(answer.StatusCode != HttpStatusCode.OK || (await answer.Content.ReadAsByteArrayAsync(Cancel)).Length == 0);
        return answer;
    }
}
