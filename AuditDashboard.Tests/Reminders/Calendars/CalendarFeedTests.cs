using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using AuditDashboard.Reminders.Calendars;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Reminders.Calendars;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow.</summary>
public sealed class CalendarFeedTests : IAsyncDisposable
{
    private const string Key = "test_key_00000000000000000000000000000001";
    private const string Service = "Стрижка, окрашивание; уход \\ укладка и ещё очень длинное название услуги, которое не помещается в строку";

    private readonly TestApp _app = new(
        null, ("Provisioning:ApiKeys:0:Name", "test"), ("Provisioning:ApiKeys:0:Key", Key), ("Provisioning:ApiKeys:0:Bot", "salon-bot"),
        ("Provisioning:ApiKeys:0:Scopes:0", "ingest"), ("Provisioning:Branches:0:Code", "center"), ("Provisioning:Branches:0:Name", "Центр; у метро"),
        ("Provisioning:Branches:1:Code", "north"), ("Provisioning:Branches:1:Name", "Север"), ("Provisioning:Organization:Name", "Студия, салон"), ("PublicBaseUrl", "https://salon.example.invalid"));

    private int _number;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_booking_is_an_event_that_a_strict_reader_takes()
    {
        await TellAsync("created", "B-1", "2026-11-24T11:30:00Z", end: "2026-11-24T13:00:00Z");
        var token = await MakeAsync();

        using var answer = await GetAsync(token);
        var parts = CalendarLines.Read(await answer.Content.ReadAsByteArrayAsync(Cancel));

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(("2.0", "PUBLISH", "Студия, салон", "PT15M"), (parts[0]["VERSION"], parts[0]["METHOD"], parts[0]["X-WR-CALNAME"], parts[0]["REFRESH-INTERVAL"]));
        var visit = Assert.Single(parts.Skip(1));
        Assert.Equal($"{Service} — Анна", visit["SUMMARY"]);
        Assert.Equal(("20261124T113000Z", "20261124T130000Z"), (visit["DTSTART"], visit["DTEND"]));
        Assert.Equal(("TENTATIVE", "0", "20261122T100000Z"), (visit["STATUS"], visit["SEQUENCE"], visit["DTSTAMP"]));
        Assert.Equal("Центр; у метро", visit["LOCATION"]);
        Assert.Equal("Ольга\nЖдёт ответа", visit["DESCRIPTION"]);
        Assert.Matches("^booking-[0-9a-f]+@salon\\.example\\.invalid$", visit["UID"]);
    }

    [Fact]
    public async Task A_move_and_a_cancellation_keep_the_name_and_raise_the_sequence()
    {
        var token = await MakeAsync();
        await TellAsync("created", "B-1", "2026-11-24T11:30:00Z");
        var made = Assert.Single(await ReadAsync(token));

        await TellAsync("confirmed", "B-1");
        var confirmed = Assert.Single(await ReadAsync(token));
        await TellAsync("rescheduled", "B-1", "2026-11-25T09:00:00Z");
        var moved = Assert.Single(await ReadAsync(token));
        await TellAsync("cancelled", "B-1");
        var cancelled = Assert.Single(await ReadAsync(token));

        Assert.Equal(["TENTATIVE", "CONFIRMED", "TENTATIVE", "CANCELLED"], new[] { made, confirmed, moved, cancelled }.Select(visit => visit["STATUS"]));
        Assert.Equal(["0", "1", "2", "3"], new[] { made, confirmed, moved, cancelled }.Select(visit => visit["SEQUENCE"]));
        Assert.Equal("20261125T090000Z", moved["DTSTART"]);
        Assert.Single(new[] { made, confirmed, moved, cancelled }.Select(visit => visit["UID"]).Distinct());
    }

    [Fact]
    public async Task Surnames_and_phones_are_shown_only_where_the_owner_wanted_it()
    {
        await TellAsync("created", "B-1", "2026-11-24T11:30:00Z");

        var (masked, open) = (await TextAsync(await MakeAsync()), await TextAsync(await MakeAsync(showsClient: true)));

        Assert.DoesNotContain("Ковалёва", masked, StringComparison.Ordinal);
        Assert.DoesNotContain("79621234567", masked, StringComparison.Ordinal);
        Assert.Contains("Ковалёва", open, StringComparison.Ordinal);
        Assert.Contains("+79621234567", open, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_shows_its_branch_and_its_master()
    {
        await TellAsync("created", "B-1", "2026-11-24T11:30:00Z");
        await TellAsync("created", "B-2", "2026-11-24T11:30:00Z", branch: "north");
        await TellAsync("created", "B-3", "2026-11-24T11:30:00Z", staff: "Карина");

        Assert.Equal(3, (await ReadAsync(await MakeAsync())).Count);
        Assert.Single(await ReadAsync(await MakeAsync(branch: "north")));
        Assert.Single(await ReadAsync(await MakeAsync(staff: "Карина")));
        Assert.Empty(await ReadAsync(await MakeAsync(branch: "north", staff: "Карина")));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again_and_the_reading_is_noted_once_a_day()
    {
        await TellAsync("created", "B-1", "2026-11-24T11:30:00Z");
        var token = await MakeAsync();
        using var first = await GetAsync(token);

        using var second = await GetAsync(token, first.Headers.ETag);
        await TellAsync("confirmed", "B-1");
        using var third = await GetAsync(token, first.Headers.ETag);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (second.StatusCode, third.StatusCode));
        Assert.True(first.Headers.CacheControl is { Private: true, MaxAge.TotalSeconds: 300 });
        Assert.Equal(1, await _app.CountAsync("select count(*) from access_journal where action = 'calendar.read'"));
    }

    [Fact]
    public async Task An_unknown_or_revoked_address_is_not_found()
    {
        var token = await MakeAsync();
        await using (var db = await _app.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel))
        {
            await db.Set<CalendarFeedRow>().ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, _app.Clock.GetUtcNow()), Cancel);
        }

        foreach (var offered in new[] { token, new string('0', 43), "short" })
        {
            using var answer = await GetAsync(offered);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<string> MakeAsync(string? branch = null, string? staff = null, bool showsClient = false)
    {
        var token = CalendarToken.Make();
        await using var db = await _app.Get<IDbContextFactory<AuditDbContext>>().CreateDbContextAsync(Cancel);
        db.Add(new CalendarFeedRow
        {
            Id = $"feed-{++_number}", Hash = CalendarToken.HashOf(token), LastFour = token[^4..], Name = "Телефон", Branch = branch, Staff = staff, ShowsClient = showsClient, CreatedAt = _app.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(Cancel);
        return token;
    }

    private async Task TellAsync(string what, string id, string? start = null, string? end = null, string branch = "center", string staff = "Ольга")
    {
        using var bot = _app.CreateClient();
        bot.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        using var answer = await bot.PostAsJsonAsync(
            "/api/v1/events",
            new
            {
                id = $"e-{++_number}", type = $"booking.{what}", time = _app.Clock.GetUtcNow().ToString("s", CultureInfo.InvariantCulture) + "Z", channel = "telegram", branch,
                client = new { id = "tg:700000101", name = "Анна Ковалёва", phone = "+79621234567" }, booking = new { id, service = Service, staff, start, end },
            },
            Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> GetAsync(string token, EntityTagHeaderValue? known = null)
    {
        using var anyone = _app.CreateClient();
        using var call = new HttpRequestMessage(HttpMethod.Get, $"/calendar/{token}.ics");
        if (known is not null)
        {
            call.Headers.IfNoneMatch.Add(known);
        }

        return await anyone.SendAsync(call, Cancel);
    }

    private async Task<string> TextAsync(string token)
    {
        using var answer = await GetAsync(token);
        return (await answer.Content.ReadAsStringAsync(Cancel)).Replace("\r\n ", "", StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ReadAsync(string token)
    {
        using var answer = await GetAsync(token);
        return [.. CalendarLines.Read(await answer.Content.ReadAsByteArrayAsync(Cancel)).Skip(1)];
    }
}
