using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AuditDashboard.Demo;
using AuditDashboard.Tests.Demo.Counting;

namespace AuditDashboard.Tests.Demo;

/// <summary>What the generator makes is what http-api.md section 2 accepts.</summary>
public sealed partial class DemoEventsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly string[] Vocabulary =
    [
        "message.received", "message.sent", "delivery.failed", "chat.started", "scenario.entered", "lead.created", "lead.closed", "booking.created", "booking.confirmed",
        "booking.declined", "booking.rescheduled", "booking.cancelled", "booking.attended", "booking.no_show", "payment.received", "complaint.opened", "complaint.acknowledged",
        "escalation.requested", "escalation.accepted", "takeover.ended", "session.closed", "call.started", "call.answered", "call.ended", "call.missed", "voice.transcribed",
        "consent.granted", "consent.revoked", "reminder.sent", "followup.sent", "release.activated", "release.rolled_back", "release.acked", "intent.labelled", "channel.warning",
        "error.occurred",
    ];

    private static readonly IReadOnlyList<DemoEvent> Raw = [.. new DemoGenerator(DemoPreset.Demo, Today).Events()];

    private static readonly IReadOnlyList<CountedEvent> Events = [.. Raw.Select(CountedEvent.Read)];

    [Fact]
    public void Ids_are_valid_and_never_repeat()
    {
        Assert.All(Events, e => Assert.Matches(Id(), e.Id));
        Assert.Equal(Events.Count, Events.DistinctBy(e => e.Id).Count());
    }

    [Fact]
    public void Events_come_in_the_order_of_receipt_and_end_yesterday()
    {
        Assert.Equal(Raw.Select(e => e.ReceivedAt).Order(), Raw.Select(e => e.ReceivedAt));
        Assert.Equal(Raw.Select(e => e.ReceivedAt), Events.Select(e => e.Time.ToUniversalTime()));
        Assert.Equal(new DateTimeOffset(2026, 8, 26, 0, 1, 0, TimeSpan.FromHours(3)), Events[0].Time);
        Assert.InRange(Events[^1].Time, new(2026, 11, 23, 22, 0, 0, TimeSpan.FromHours(3)), new(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(3)));
    }

    [Fact]
    public void Every_type_is_in_the_vocabulary_and_every_type_of_the_story_occurs() =>
        Assert.Equal(Vocabulary.Order(StringComparer.Ordinal), Events.Select(e => e.Type).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_client_has_an_address_with_the_prefix_of_a_channel() =>
        Assert.All(Events.Where(e => e.Client is not null), e => Assert.Matches(Address(), e.Client!));

    [Fact]
    public void Phones_are_from_a_block_nobody_has() =>
        Assert.All(Events.Where(e => e.Phone is not null), e => Assert.StartsWith("+7900000", e.Phone!, StringComparison.Ordinal));

    [Fact]
    public void Some_people_have_two_addresses_and_one_phone()
    {
        var messengers = Events.Where(e => e is { Phone: not null, Client: not null } && !e.Client.StartsWith("yc:", StringComparison.Ordinal));

        Assert.InRange(messengers.GroupBy(e => e.Phone).Count(person => person.DistinctBy(e => e.Client).Count() > 1), 40, 1000);
    }

    [Fact]
    public void No_phrase_is_left_with_a_gap() =>
        Assert.All(Events.Where(e => e.Text is not null), e => Assert.DoesNotMatch("[{}]|  |^$", e.Text!));

    [Fact]
    public void Answers_name_intent_model_release_and_scenario() =>
        Assert.All(Raw.Where(e => CountedEvent.Read(e) is { Type: "message.sent", Actor: "ai" }), e =>
        {
            var json = JsonElement.Parse(e.Json.Span);
            Assert.All(["intent", "model", "release", "scenario", "latencyMs", "inReplyTo"], name => Assert.True(json.TryGetProperty(name, out _), name));
        });

    [Fact]
    public void Confidences_are_numbers_from_0_to_1() =>
        Assert.All(
            Raw.Select(e => JsonElement.Parse(e.Json.Span)).Where(json => json.TryGetProperty("intent", out _)),
            json => Assert.InRange(json.GetProperty("intent").GetProperty("confidence").GetDouble(), 0, 1));

    [Fact]
    public void Tiny_is_the_same_on_every_machine()
    {
        var times = string.Join('\n', new DemoGenerator(DemoPreset.Tiny, Today).Events().Select(e => e.ReceivedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));

        Assert.Equal("5d1b6b77a4c147aaa9949a4f79bf093bc60a2129ac7c042e50d46b1d3303d52c", Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(times))));
    }

    [Fact]
    public void The_same_day_gives_the_same_bytes() =>
        Assert.Equal(
            new DemoGenerator(DemoPreset.Tiny, Today).Events().Select(e => Encoding.UTF8.GetString(e.Json.Span)),
            new DemoGenerator(DemoPreset.Tiny, Today).Events().Select(e => Encoding.UTF8.GetString(e.Json.Span)));

    [GeneratedRegex("^demo-[0-9]{7}$")]
    private static partial Regex Id();

    [GeneratedRegex(@"^(tg|wa|ig|max|vk|yc):\d+$|^tel:\+7900000\d{4}$")]
    private static partial Regex Address();
}
