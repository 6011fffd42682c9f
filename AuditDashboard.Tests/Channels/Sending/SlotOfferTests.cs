using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Api;
using AuditDashboard.Reminders.Board;
using AuditDashboard.Reminders.Slots;
using AuditDashboard.Settings;
using AuditDashboard.Storage;
using AuditDashboard.Tests.Replay;
using Microsoft.EntityFrameworkCore;

namespace AuditDashboard.Tests.Channels.Sending;

/// <summary>B6 from the card to the messenger and back: it is Sunday, 13:00 in Moscow; Tuesday 14:30 was given back, and two clients had found no time.</summary>
public sealed class SlotOfferTests : IAsyncLifetime
{
    private readonly WrittenJournal _journal = new();
    private FollowUpSite _site = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await FollowUpSite.StartAsync();
        foreach (var number in new[] { 101, 102 })
        {
            await _site.TellAsync("message.received", $"tg:700000{number}", "center", ",\"text\":\"Есть время на вторник?\"");
            await _site.TellAsync("lead.created", $"tg:700000{number}", "center", $",\"lead\":{{\"id\":\"L-{number}\"}}");
            await _site.TellAsync("message.sent", $"tg:700000{number}", "center", ",\"text\":\"На вторник всё занято\"");
            await _site.TellAsync("lead.closed", $"tg:700000{number}", "center", $",\"lead\":{{\"id\":\"L-{number}\"}},\"data\":{{\"reason\":\"no_slot\"}}");
        }

        await _site.TellAsync("booking.created", "tg:700000109", "center", ",\"booking\":{\"id\":\"B-1\",\"service\":\"Стрижка\",\"staff\":\"Ольга\",\"start\":\"2026-11-24T14:30:00+03:00\"}");
        await _site.TellAsync("booking.declined", "tg:700000109", "center", ",\"booking\":{\"id\":\"B-1\"}");
        await _site.CatchUpAsync();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Whoever_found_no_time_is_asked_in_words_and_the_first_yes_has_the_hour()
    {
        var slot = Assert.Single((await ReadAsync()).Open);
        Assert.Equal(2, slot.People.Count);

        Assert.Null(await Offer.HandleAsync(slot.Booking, slot.People[0].ClientId, Cancel));
        Assert.Equal("asked", (await Offer.HandleAsync(slot.Booking, slot.People[1].ClientId, Cancel))?.Code);
        await _site.UntilTakenAsync("telegram");
        Assert.StartsWith(
            "Здравствуйте, Анна! Освободилось время: 24 ноября, вторник в 14:30, «Стрижка», мастер Ольга, center. Записать вас? Ответьте «да» до 1", Assert.Single(_site.Heard).Text, StringComparison.Ordinal);
        await _site.TellAsync("message.received", _site.Heard[0].Chat, "center", ",\"text\":\"Да\"");

        var after = Assert.Single((await ReadAsync()).Open);
        Assert.Equal((slot.People[0].Offer, "taken"), (after.Winner, after.People[0].State));
        Assert.Equal("taken", (await Offer.HandleAsync(slot.Booking, slot.People[1].ClientId, Cancel))?.Code);
        Assert.Single(await _site.App.Get<IEventReader>().ListAsync(new EventFilter(Type: "message.sent"), Cancel), told => told.Content!.DataText("reason") == "freed_slot");
        Assert.Contains(_journal.Entries, entry => entry.StartsWith("slot.offered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Once_begun_the_next_is_asked_after_a_no_or_half_an_hour_of_silence_and_nobody_after_a_yes()
    {
        var slot = Assert.Single((await ReadAsync()).Open);
        Assert.False(await NextAsync());
        Assert.Null(await Offer.HandleAsync(slot.Booking, slot.People[0].ClientId, Cancel));
        Assert.False(await NextAsync());

        _site.App.Leap(SendOffer.Patience);
        Assert.True(await NextAsync());
        Assert.False(await NextAsync());
        await _site.UntilTakenAsync("telegram", 2);
        Assert.Equal(2, _site.Heard.Select(message => message.Chat).Distinct().Count());

        await _site.TellAsync("message.received", _site.Heard[1].Chat, "center", ",\"text\":\"Да\"");
        _site.App.Leap(SendOffer.Patience);
        Assert.False(await NextAsync());
        Assert.Equal(2, _site.Heard.Count);
        Assert.Equal(["expired", "taken"], Assert.Single((await ReadAsync()).Open).People.Select(person => person.State));
    }

    [Fact]
    public async Task A_ladder_rests_at_night_and_ends_when_the_hour_is_filled()
    {
        var slot = Assert.Single((await ReadAsync()).Open);
        await Offer.HandleAsync(slot.Booking, slot.People[0].ClientId, Cancel);
        await _site.UntilTakenAsync("telegram");
        await _site.TellAsync("message.received", _site.Heard[0].Chat, "center", ",\"text\":\"нет\"");

        _site.App.Leap(TimeSpan.FromHours(9));
        Assert.False(await NextAsync());
        await _site.TellAsync("booking.created", "tg:700000110", "center", ",\"booking\":{\"id\":\"B-3\",\"service\":\"Стрижка\",\"staff\":\"Ольга\",\"start\":\"2026-11-24T14:30:00+03:00\"}");
        _site.App.Leap(TimeSpan.FromHours(12));

        Assert.False(await NextAsync());
        Assert.Single(_site.Heard);
    }

    [Fact]
    public async Task Nobody_is_asked_at_night_who_said_stop_or_by_somebody_who_only_reads()
    {
        var slot = Assert.Single((await ReadAsync()).Open);
        Assert.Equal("forbidden", (await OfferBy(SignedIn.Owner with { Role = "auditor" }).HandleAsync(slot.Booking, slot.People[0].ClientId, Cancel))?.Code);

        await _site.TellAsync("message.received", "tg:700000101", "center", ",\"text\":\"стоп\"");
        List<string?> codes = [];
        foreach (var person in slot.People)
        {
            codes.Add((await Offer.HandleAsync(slot.Booking, person.ClientId, Cancel))?.Code);
        }

        Assert.Equal([null, "stopped"], codes.OrderBy(code => code));
        _site.App.Leap(TimeSpan.FromHours(9));
        Assert.Equal("quiet", (await Offer.HandleAsync(slot.Booking, slot.People[0].ClientId, Cancel))?.Code);
    }

    [Fact]
    public async Task An_hour_that_was_filled_counts_with_what_it_brought()
    {
        await _site.TellAsync("booking.created", "tg:700000101", "center", ",\"booking\":{\"id\":\"B-2\",\"service\":\"Окрашивание\",\"staff\":\"Ольга\",\"start\":\"2026-11-24T14:30:00+03:00\"}");
        Assert.Null(await _site.App.Get<ISettingSections>().SaveAsync("prices", new PriceSettings([new("Окрашивание", 350_000)], null, null), "u-1", Cancel));
        _site.App.Leap(TimeSpan.FromDays(3));

        var view = await ReadAsync();

        Assert.Equal((1, 1, 350_000L, 0), (view.Filled, view.All, view.Kopecks, view.Open.Count));
    }

    private async Task<bool> NextAsync() => await _site.App.Get<OfferNext>().HandleAsync(Cancel);

    private OfferSlot Offer => OfferBy(SignedIn.Owner);

    private OfferSlot OfferBy(Viewer viewer)
    {
        var app = _site.App;
        var board = new BoardQuery(app.Get<BookingsQuery>(), app.Get<BoardNotes>(), app.Get<BoardFiguresQuery>(), new SignedIn(viewer), app.Get<ISettings>(), app.Get<SalonClock>());
        return new OfferSlot(board, app.Get<SendOffer>(), app.Get<ITransactions>(), new SignedIn(viewer), _journal, app.Clock);
    }

    private Task<SlotsView> ReadAsync()
    {
        var app = _site.App;
        return new SlotsQuery(
            app.Get<IDbContextFactory<AuditDbContext>>(), app.Get<WaitingList>(), new SignedIn(SignedIn.Owner), app.Get<ISettings>(), app.Get<SalonClock>()).RunAsync(null, Cancel);
    }
}
