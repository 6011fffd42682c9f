using AuditDashboard.Tests.Support;

namespace AuditDashboard.Tests.Conversations.Append;

public sealed class ReminderReplyTests : IngestTests
{
    private const string Asked = """{"id":"r","type":"reminder.sent","time":"2026-11-21T10:00:00Z","channel":"telegram","client":{"id":"tg:5"},"booking":{"id":"77"} }""";

    [Theory]
    [InlineData("да", "booking.confirmed")]
    [InlineData("ДА!", "booking.confirmed")]
    [InlineData("+", "booking.confirmed")]
    [InlineData("1", "booking.confirmed")]
    [InlineData("Буду", "booking.confirmed")]
    [InlineData("приду.", "booking.confirmed")]
    [InlineData("подтверждаю", "booking.confirmed")]
    [InlineData("ок", "booking.confirmed")]
    [InlineData("нет", "booking.declined")]
    [InlineData("Отмена", "booking.declined")]
    [InlineData("не  приду", "booking.declined")]
    [InlineData("отменить", "booking.declined")]
    [InlineData("перенести", "booking.changed")]
    [InlineData("Перенос", "booking.changed")]
    [InlineData("перенести запись", "booking.changed")]
    [InlineData("да, но позже", null)]
    [InlineData("а сколько стоит?", null)]
    public async Task A_few_words_under_a_reminder_answer_it(string text, string? fact)
    {
        await Host.PostAsync(Asked);

        await Host.PostAsync(Message("m", text));

        var stored = await Host.EventsAsync();
        Assert.Equal(fact, stored.Skip(2).SingleOrDefault()?.Type);
        if (fact is not null)
        {
            var content = stored[2].Content!;
            Assert.Equal(("m-booking", "77", "text", "ai"), (content.Id, content.Booking!.Id, content.DataText("by"), content.Actor));
            Assert.Equal((stored[1].SessionId, stored[1].ClientId, stored[1].OccurredAt), (stored[2].SessionId, stored[2].ClientId, stored[2].OccurredAt));
            Assert.Equal(fact == "booking.changed" ? "reschedule" : null, content.DataText("wish"));
        }
    }

    [Theory]
    [InlineData("2026-11-22T10:00:00.000Z", true)]
    [InlineData("2026-11-22T10:00:00.001Z", false)]
    [InlineData("2026-11-21T09:59:59Z", false)]
    public async Task A_reminder_waits_for_a_day(string time, bool answers)
    {
        await Host.PostAsync(Asked);

        await Host.PostAsync(Message("m", "да", time));

        Assert.Equal(answers ? 3 : 2, (await Host.EventsAsync()).Count);
    }

    [Fact]
    public async Task A_yes_twenty_five_hours_later_answers_nothing()
    {
        await Host.PostAsync(Asked);
        Host.Clock.Advance(TimeSpan.FromHours(1));

        await Host.PostAsync(Message("m", "да", "2026-11-22T11:00:00Z"));

        Assert.Equal(2, (await Host.EventsAsync()).Count);
    }

    [Theory]
    [InlineData("message.sent", "{}", false)]
    [InlineData("followup.sent", "{}", false)]
    [InlineData("reminder.sent", "{}", false)]
    [InlineData("message.sent", "{\"campaign\":true}", false)]
    [InlineData("message.sent", "{\"reminder\":true}", true)]
    [InlineData("message.sent", "{\"failed\":true}", true)]
    [InlineData("delivery.read", "{}", true)]
    public async Task Whatever_the_salon_says_after_the_reminder_ends_it(string type, string data, bool answers)
    {
        await Host.PostAsync(Asked);
        await Host.PostAsync($$"""{"id":"o","type":"{{type}}","time":"2026-11-21T10:05:00Z","channel":"telegram","client":{"id":"tg:5"},"text":"Ещё вопрос?","data":{{data}} }""");

        await Host.PostAsync(Message("m", "да"));

        Assert.Equal(answers ? "booking.confirmed" : "message.received", (await Host.EventsAsync())[^1].Type);
    }

    [Fact]
    public async Task An_echo_of_the_reminder_itself_ends_nothing()
    {
        await Host.PostAsync(Asked.Replace("\"booking\"", "\"externalId\":\"x1\",\"booking\"", StringComparison.Ordinal));
        await Host.PostAsync("""{"id":"o","type":"message.sent","time":"2026-11-21T10:00:01Z","channel":"telegram","client":{"id":"tg:5"},"externalId":"x1","text":"Ждём вас"}""");

        await Host.PostAsync(Message("m", "да"));

        Assert.Equal("booking.confirmed", (await Host.EventsAsync())[^1].Type);
    }

    [Fact]
    public async Task What_the_salon_said_before_the_reminder_does_not_matter_however_late_it_comes()
    {
        await Host.PostAsync(Asked);
        await Host.PostAsync("""{"id":"o","type":"message.sent","time":"2026-11-21T09:55:00Z","channel":"telegram","client":{"id":"tg:5"},"text":"Здравствуйте"}""");

        await Host.PostAsync(Message("m", "да"));

        Assert.Equal("booking.confirmed", (await Host.EventsAsync())[^1].Type);
    }

    [Fact]
    public async Task With_nothing_asked_a_yes_is_just_a_word()
    {
        await Host.PostAsync(Message("m", "да"));
        await Host.PostAsync(Asked.Replace("tg:5", "tg:6", StringComparison.Ordinal));
        await Host.PostAsync(Asked.Replace("telegram", "max", StringComparison.Ordinal).Replace("\"r\"", "\"r2\"", StringComparison.Ordinal));
        await Host.PostAsync(Message("m2", "да"));

        Assert.DoesNotContain(await Host.EventsAsync(), found => found.Type.StartsWith("booking.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_first_message_after_the_reminder_answers_it()
    {
        await Host.PostAsync(Asked);
        await Host.PostAsync(Message("m1", "Сколько стоит окрашивание?"));

        await Host.PostAsync(Message("m2", "да"));

        Assert.Equal(3, (await Host.EventsAsync()).Count);
    }

    [Fact]
    public async Task A_button_means_what_it_says_and_its_caption_nothing_more()
    {
        await Host.PostAsync(Asked);

        await Host.PostAsync("""{"id":"m","type":"message.received","kind":"button","time":"2026-11-21T11:00:00Z","channel":"telegram","client":{"id":"tg:5"},"text":"Да"}""");

        Assert.Equal(2, (await Host.EventsAsync()).Count);
    }

    [Fact]
    public async Task However_often_and_from_however_many_hands_it_comes_the_answer_is_one()
    {
        await Host.PostAsync(Asked);

        await Parallel.ForEachAsync(Enumerable.Range(0, 40), Cancel, async (_, _) => await Host.PostAsync(Message("m", "да")));
        await Host.PostAsync($"[{Message("m", "да")},{Message("n", "да")}]");

        var stored = await Host.EventsAsync();
        Assert.Single(stored, found => found.Type == "booking.confirmed");
        Assert.Equal(4, stored.Count);
    }

    [Fact]
    public async Task A_messenger_and_one_batch_answer_like_anybody()
    {
        await Host.PostAsync(Asked);
        await Host.PostAsync(
            "{\"update_id\":1,\"message\":{\"message_id\":1,\"date\":1795258800,\"chat\":{\"id\":5,\"type\":\"private\"},\"from\":{\"id\":5,\"is_bot\":false,\"first_name\":\"A\"},\"text\":\"Буду\"}}",
            path: "/hooks/ep-telegram", by: Host.Anyone, headers: ("X-Telegram-Bot-Api-Secret-Token", "tg-secret-0001"));
        await Host.PostAsync($"[{Asked.Replace("tg:5", "tg:6", StringComparison.Ordinal).Replace("\"r\"", "\"r2\"", StringComparison.Ordinal)},{Message("m", "нет").Replace("tg:5", "tg:6", StringComparison.Ordinal)}]");

        Assert.Equal(
            ["reminder.sent", "message.received", "booking.confirmed", "reminder.sent", "message.received", "booking.declined"],
            (await Host.EventsAsync()).Select(found => found.Type));
    }

    [Fact]
    public async Task A_named_conversation_without_a_clients_address_is_answered_too()
    {
        await Host.PostAsync("""{"id":"r","type":"reminder.sent","time":"2026-11-21T10:00:00Z","session":"s-9","booking":{"id":"77"} }""");
        await Host.PostAsync("""{"id":"m","type":"message.received","time":"2026-11-21T10:30:00Z","session":"s-9","channel":"telegram","text":"приду"}""");

        Assert.Equal("booking.confirmed", (await Host.EventsAsync())[^1].Type);
    }

    [Fact]
    public async Task A_question_asked_before_a_restart_is_answered_after_it()
    {
        var folder = Directory.CreateTempSubdirectory("audit-").FullName;
        foreach (var body in new[] { Asked, Message("m", "да") })
        {
            await using var host = await IngestHost.StartAsync(folder, Endpoints);
            await host.PostAsync(body);
            Assert.Equal(body == Asked ? 1 : 3, (await host.EventsAsync()).Count);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Message(string id, string text, string time = "2026-11-21T11:00:00Z") =>
        $$"""{"id":"{{id}}","type":"message.received","time":"{{time}}","channel":"telegram","client":{"id":"tg:5"},"text":"{{text}}"}""";
}
