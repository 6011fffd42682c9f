using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AuditDashboard.Events;
using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Channels.Telegram;

public sealed class TelegramSampleTests : IngestTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Samples", "telegram");

    private static readonly Dictionary<string, (string Type, string? Kind)> Meaning = new()
    {
        ["msg.in"] = ("message.received", "text"), ["msg.in.voice"] = ("message.received", "voice"), ["msg.in.media"] = ("message.received", "media"),
        ["msg.in.contact"] = ("message.received", "contact"), ["msg.in.location"] = ("message.received", "location"),
        ["msg.edit"] = ("message.edited", "text"), ["chat.start"] = ("chat.started", "text"), ["chat.blocked"] = ("chat.blocked", null),
        ["chat.unblocked"] = ("chat.unblocked", null), ["button.confirm"] = ("message.received", "button"),
        ["button.refuse"] = ("message.received", "button"), ["button.reschedule"] = ("message.received", "button"),
    };

    public static TheoryData<string> Files() => [.. Directory.GetFiles(Folder, "telegram-*.json").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_sample_becomes_the_events_of_its_index(string file)
    {
        await BookAsync();
        var before = (await Host.EventsAsync()).Count;

        var answer = await PostAsync(file);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var stored = (await Host.EventsAsync()).Skip(before).Where(found => found.Type != "other").ToList();
        var expected = Index()[file].GetProperty("events").EnumerateArray().ToList();
        if (file == "telegram-duplicate-retry.json")
        {
            expected = [.. Index()["telegram-duplicate-first.json"].GetProperty("events").EnumerateArray()];
        }

        expected.RemoveAll(row => row.TryGetProperty("optional", out _) && stored.Count == 0);
        Assert.Equal(expected.Count, stored.Count(found => found.Content!.Kind is not null || !found.Type.StartsWith("booking.", StringComparison.Ordinal)));
        foreach (var row in expected)
        {
            Check(row, stored);
        }
    }

    [Fact]
    public async Task All_samples_twice_and_shuffled_give_no_duplicate_and_no_error()
    {
        await BookAsync();
        var files = Files().Select(row => row.Data).ToArray();
        foreach (var file in files)
        {
            await PostAsync(file);
        }

        var once = (await Host.EventsAsync()).Count;
        new Random(7).Shuffle(files);
        var answers = await Task.WhenAll(files.Concat(files).Select(PostAsync));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(once, (await Host.EventsAsync()).Count);
    }

    private static void Check(JsonElement row, List<StoredEvent> stored)
    {
        var word = row.GetProperty("type").GetString()!;
        var (type, kind) = Meaning[word];
        var found = stored[0];
        Assert.Equal((type, kind), (found.Type, found.Content!.Kind));
        Assert.Equal(Text(row, "sender"), found.Content.Client?.Id);
        Assert.Equal(Text(row, "time") is "received_at" ? "2026-11-22T10:00:00Z" : Text(row, "time"), found.OccurredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Assert.Equal(Text(row, "text") ?? found.Content.Text ?? "", found.Content.Text ?? "");
        Assert.Equal(Text(row, "external_id") ?? found.Content.ExternalId, found.Content.ExternalId);
        Assert.Equal(Text(row, "client_phone") ?? found.Content.Client?.Phone, found.Content.Client?.Phone);
        Assert.Equal(Text(row, "found_phone") ?? found.Content.DataText("foundPhone"), found.Content.DataText("foundPhone"));
        Assert.Equal(Text(row, "payload") ?? found.Content.DataText("payload"), found.Content.DataText("payload"));
        Assert.Equal(Number(row, "duration_s") ?? found.Content.Media?.DurationSeconds, found.Content.Media?.DurationSeconds);
        Assert.Equal(Number(row, "lat") ?? found.Content.Location?.Lat, found.Content.Location?.Lat);
        Assert.Equal(Number(row, "lon") ?? found.Content.Location?.Lon, found.Content.Location?.Lon);
        if (Text(row, "booking") is { } booking)
        {
            CheckBooking(word, booking, stored);
        }
    }

    private static void CheckBooking(string word, string booking, List<StoredEvent> stored)
    {
        var fact = Assert.Single(stored, found => found.Type.StartsWith("booking.", StringComparison.Ordinal));
        Assert.Equal(word switch { "button.confirm" => "booking.confirmed", "button.refuse" => "booking.declined", _ => "booking.changed" }, fact.Type);
        Assert.Equal(booking, fact.Content!.Booking!.Id);
        Assert.Equal(word == "button.reschedule" ? "reschedule" : null, fact.Content.DataText("wish"));
    }

    private async Task BookAsync()
    {
        foreach (var (id, client) in new[] { ("4711", "tg:700000101"), ("4712", "tg:700000102") })
        {
            var answer = await Host.PostAsync($$"""
                {"id":"b-{{id}}","type":"booking.created","time":"2026-11-17T10:00:00Z","channel":"telegram","client":{"id":"{{client}}"},
                 "booking":{"id":"{{id}}","service":"Маникюр","start":"2026-11-28T12:30:00Z"} }
                """);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string file) => await Host.PostAsync(
        await File.ReadAllBytesAsync(Path.Combine(Folder, file), Cancel), path: "/hooks/ep-telegram", by: Host.Anyone,
        headers: ("X-Telegram-Bot-Api-Secret-Token", "tg-secret-0001"));

    private static Dictionary<string, JsonElement> Index() =>
        File.ReadLines(Path.Combine(Folder, "_index.jsonl"), Encoding.UTF8).Select(line => JsonElement.Parse(line)).ToDictionary(row => row.GetProperty("file").GetString()!);

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static double? Number(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetDouble() : null;
}
