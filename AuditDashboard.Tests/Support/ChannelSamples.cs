using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using AuditDashboard.Events;

namespace AuditDashboard.Tests.Support;

/// <summary>Sample bodies of one channel and the events their index says they mean (http-api.md section 4); every channel's tests are made of these.</summary>
public abstract class ChannelSamples : IngestTests
{
    private static readonly Dictionary<string, (string Type, string? Kind)> Meaning = new()
    {
        ["msg.in"] = ("message.received", "text"), ["msg.in.voice"] = ("message.received", "voice"), ["msg.in.media"] = ("message.received", "media"),
        ["msg.in.contact"] = ("message.received", "contact"), ["msg.in.location"] = ("message.received", "location"),
        ["msg.in.order"] = ("message.received", "order"), ["msg.in.unsupported"] = ("message.received", "unsupported"),
        ["msg.out.echo"] = ("message.sent", "text"), ["msg.out.human"] = ("message.sent", "text"),
        ["msg.edit"] = ("message.edited", "text"), ["msg.delete"] = ("message.deleted", null), ["reaction"] = ("reaction.received", null),
        ["chat.start"] = ("chat.started", "text"), ["chat.blocked"] = ("chat.blocked", null), ["chat.unblocked"] = ("chat.unblocked", null),
        ["button"] = ("message.received", "button"), ["button.confirm"] = ("message.received", "button"),
        ["button.refuse"] = ("message.received", "button"), ["button.reschedule"] = ("message.received", "button"),
        ["template.rejected"] = ("channel.warning", null), ["channel.down"] = ("channel.warning", null),
        ["client.number_changed"] = ("client.changed", null), ["call.recording"] = ("call.recorded", null),
        ["call.leg_ended"] = ("call.ended", null), ["call.no_answer"] = ("call.ended", null), ["booking.arrived"] = ("booking.attended", null),
        ["payment"] = ("payment.received", null), ["ai.reply"] = ("message.sent", "text"),
    };

    /// <summary>Folder under Samples, also the beginning of the files' names.</summary>
    protected abstract string Folder { get; }

    /// <summary>Bookings (id, client's address) that the samples speak of.</summary>
    protected virtual IReadOnlyList<(string Id, string Client)> Bookings => [];

    protected static TheoryData<string> FilesOf(string folder) =>
        [.. Directory.GetFiles(At(folder), folder + "-*.json").Select(file => Path.GetFileName(file)).Order()];

    protected byte[] Sample(string file) => File.ReadAllBytes(Path.Combine(At(Folder), file));

    /// <summary>Posts the body as the channel does, signed.</summary>
    protected abstract Task<HttpResponseMessage> PostAsync(string file, byte[] body);

    protected Task<HttpResponseMessage> PostAsync(string file) => PostAsync(file, Sample(file));

    /// <summary>What the index says of a file; a repeat means what the first did.</summary>
    protected virtual IReadOnlyList<JsonElement> Expected(string file) => [.. Index()[file].GetProperty("events").EnumerateArray()];

    /// <summary>The answer to a body that brings something new.</summary>
    protected virtual HttpStatusCode Taken => HttpStatusCode.OK;

    /// <summary>Whose the event is, in the index's way of naming them.</summary>
    protected virtual string? SenderOf(StoredEvent found) =>
        found.Type.Split('.')[0] is "call" or "booking" or "payment" ? found.Content!.Client?.Phone : found.Content!.Client?.Id;

    /// <summary>The kind a word of the index means where the channel tells it differently; null is any.</summary>
    protected virtual (string Type, string? Kind) MeaningOf(string word) => Meaning.TryGetValue(word, out var meant) ? meant : (word, null);

    protected async Task CheckSampleAsync(string file)
    {
        await BookAsync();
        await PrepareAsync(file);
        var before = (await Host.EventsAsync()).Count;

        var answer = await PostAsync(file);

        Assert.Equal(Taken, answer.StatusCode);
        var stored = (await Host.EventsAsync()).Skip(before).Where(found => found.Type != "other").ToList();
        var expected = Expected(file).ToList();
        expected.RemoveAll(row => row.TryGetProperty("optional", out _) && stored.Count == 0);
        var facts = stored.Where(found => !found.Id.EndsWith("-booking", StringComparison.Ordinal)).ToList();
        Assert.Equal(expected.Count, facts.Count);
        foreach (var (row, found) in expected.Zip(facts))
        {
            Check(row, found, stored);
        }
    }

    /// <summary>Twice, reversed and twenty at once: no new rows, no error.</summary>
    protected async Task CheckRepeatsAsync()
    {
        await BookAsync();
        var files = FilesOf(Folder).Select(row => row.Data).ToArray();
        foreach (var file in files)
        {
            await PrepareAsync(file);
            await PostAsync(file);
        }

        var once = (await Host.EventsAsync()).Count;
        foreach (var file in files.Reverse())
        {
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(file)).StatusCode);
        }

        var storm = Enumerable.Repeat(files, 20).SelectMany(round => round).ToArray();
        new Random(7).Shuffle(storm);
        await Parallel.ForEachAsync(storm, new ParallelOptions { MaxDegreeOfParallelism = 20, CancellationToken = Cancel }, async (file, _) =>
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(file)).StatusCode));
        Assert.Equal(once, (await Host.EventsAsync()).Count);
    }

    /// <summary>Bodies nobody should send: answered, never with a 5xx, and what cannot be read waits in quarantine as it came.</summary>
    /// <param name="file">The good body they are made of.</param>
    protected async Task CheckHostileAsync(string file)
    {
        var bodies = HostileBodies.Of(Sample(file));
        Assert.Equal(HostileBodies.Count, bodies.Count);
        foreach (var body in bodies)
        {
            var answer = await PostAsync(file, body);
            Assert.True(answer.StatusCode == HttpStatusCode.OK || answer.StatusCode == Taken || (int)answer.StatusCode is (>= 400 and < 500), $"{answer.StatusCode} for {Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(300, body.Length)))}");
        }

        await PostAsync(file, Encoding.UTF8.GetBytes(CutBody));
        var kept = (await IngestHost.JsonAsync(await Host.Bot.GetAsync("/api/v1/quarantine", Cancel))).GetProperty("items");
        Assert.Contains(kept.EnumerateArray(), item => item.GetProperty("body").GetString() == AsSent(CutBody));
        Assert.DoesNotContain(kept.EnumerateArray(), item => Stumbles.Contains(item.GetProperty("reason").GetString()));
    }

    /// <summary>Reasons no body may wait for: it may be unreadable, but what was read must have become an event the log takes.</summary>
    protected virtual IReadOnlyList<string?> Stumbles => ["internal", "validation"];

    /// <summary>A body nobody can read, from somebody who may send.</summary>
    protected virtual string CutBody => "{\"cut";

    /// <summary>The body as it goes over the wire, where it travels inside another.</summary>
    protected virtual string AsSent(string body) => body;

    /// <summary>What must have happened before this file makes sense.</summary>
    protected virtual Task PrepareAsync(string file) => Task.CompletedTask;

    /// <summary>Members of the index beyond those every channel has.</summary>
    protected virtual void CheckMore(JsonElement row, StoredEvent found)
    {
    }

    protected static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;

    protected static double? Number(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetDouble() : null;

    protected Dictionary<string, JsonElement> Index() =>
        File.ReadLines(Path.Combine(At(Folder), "_index.jsonl"), Encoding.UTF8).Select(line => JsonElement.Parse(line)).ToDictionary(row => row.GetProperty("file").GetString()!);

    private void Check(JsonElement row, StoredEvent found, List<StoredEvent> stored)
    {
        var word = row.GetProperty("type").GetString()!;
        var (type, kind) = MeaningOf(word);
        Assert.Equal((type, kind ?? found.Content!.Kind), (found.Type, found.Content!.Kind));
        Same(row, "sender", SenderOf(found));
        var time = Text(row, "time");
        var moment = DateTimeOffset.Parse(time is "received_at" or null ? "2026-11-22T10:00:00Z" : time, CultureInfo.InvariantCulture);
        // The index tells whole seconds, some channels milliseconds.
        Assert.Equal(moment, moment.Millisecond == 0 ? found.OccurredAt.AddMilliseconds(-found.OccurredAt.Millisecond) : found.OccurredAt);
        Same(row, "text", found.Content.Text ?? "");
        Same(row, "external_id", found.Content.ExternalId);
        Same(row, "in_reply_to", found.Content.InReplyTo);
        Same(row, "client_phone", found.Content.Client?.Phone);
        Same(row, "found_phone", found.Content.DataText("foundPhone"));
        Same(row, "payload", found.Content.DataText("payload"));
        Assert.Equal(Number(row, "duration_s") ?? found.Content.Media?.DurationSeconds, found.Content.Media?.DurationSeconds);
        Assert.Equal(Number(row, "lat") ?? found.Content.Location?.Lat, found.Content.Location?.Lat);
        Assert.Equal(Number(row, "lon") ?? found.Content.Location?.Lon, found.Content.Location?.Lon);
        CheckMore(row, found);
        if (word.StartsWith("button.", StringComparison.Ordinal))
        {
            CheckPress(word, Text(row, "booking")!, stored);
        }
        else
        {
            Same(row, "booking", found.Content.Booking?.Id);
        }
    }

    private static void CheckPress(string word, string booking, List<StoredEvent> stored)
    {
        var fact = Assert.Single(stored, found => found.Type.StartsWith("booking.", StringComparison.Ordinal));
        Assert.Equal(word switch { "button.confirm" => "booking.confirmed", "button.refuse" => "booking.declined", _ => "booking.changed" }, fact.Type);
        Assert.Equal(booking, fact.Content!.Booking!.Id);
        Assert.Equal(word == "button.reschedule" ? "reschedule" : null, fact.Content.DataText("wish"));
    }

    private static void Same(JsonElement row, string name, string? found)
    {
        if (Text(row, name) is { } expected)
        {
            Assert.Equal(expected, found);
        }
    }

    private async Task BookAsync()
    {
        foreach (var (id, client) in Bookings)
        {
            var answer = await Host.PostAsync($$"""
                {"id":"b-{{id}}","type":"booking.created","time":"2026-11-17T10:00:00Z","channel":"telegram","client":{"id":"{{client}}"},
                 "booking":{"id":"{{id}}","service":"Маникюр","start":"2026-11-28T12:30:00Z"} }
                """);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }
    }

    private static string At(string folder) => Path.Combine(AppContext.BaseDirectory, "Samples", folder);
}
