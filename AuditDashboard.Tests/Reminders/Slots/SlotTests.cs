using AuditDashboard.Conversations;
using AuditDashboard.Foundation;
using AuditDashboard.Reminders.Appointments;
using AuditDashboard.Reminders.Slots;
using AuditDashboard.Storage;

namespace AuditDashboard.Tests.Reminders.Slots;

/// <summary>It is Sunday, 22 November 2026, 13:00 in Moscow; Ольга's Tuesday 14:30 was given back, and three clients wait for a time.</summary>
public sealed class SlotTests : IAsyncLifetime
{
    private ReminderHost _host = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ReminderHost.StartAsync(null);
        foreach (var client in new[] { "tg:700000201", "tg:700000202", "tg:700000203" })
        {
            await _host.WriteAsync("Есть время на вторник?", client);
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task One_at_a_time_is_asked_and_the_next_only_when_the_first_has_had_his_minutes()
    {
        Assert.Null(await OfferAsync("tg:700000201"));

        Assert.Equal("asked", await OfferAsync("tg:700000202"));
        Assert.Equal("again", await OfferAsync("tg:700000201"));
        _host.MoveTo("2026-11-22T13:30:00");
        Assert.Null(await OfferAsync("tg:700000202"));
    }

    [Fact]
    public async Task The_first_yes_wins_even_when_it_is_the_one_who_was_asked_first_and_nobody_wins_twice()
    {
        await OfferAsync("tg:700000201");
        _host.MoveTo("2026-11-22T13:30:00");
        await OfferAsync("tg:700000202");
        _host.MoveTo("2026-11-22T13:32:00");

        await _host.WriteAsync("Да!", "tg:700000201");
        await _host.WriteAsync("да", "tg:700000202");

        Assert.Equal("700000201 taken, 700000202 late", await StatesAsync());
        Assert.Equal("taken", await OfferAsync("tg:700000203"));
        Assert.Equal("taken", await SettleAsync("tg:700000202"));
    }

    [Fact]
    public async Task Of_many_who_say_yes_at_once_exactly_one_has_the_hour()
    {
        string[] all = ["tg:700000201", "tg:700000202", "tg:700000203"];
        foreach (var (index, client) in all.Index())
        {
            _host.MoveTo($"2026-11-22T{13 + index}:00:00");
            Assert.Null(await OfferAsync(client));
        }

        var said = await Task.WhenAll(Enumerable.Range(0, 30).Select(round => SettleAsync(all[round % 3])));

        var rows = await _host.ListAsync<SlotOfferRow>(offers => offers);
        Assert.Single(rows, row => row.State == "taken");
        Assert.Equal(2, rows.Count(row => row.State == "late"));
        Assert.Equal(10, said.Count(refusal => refusal is null));
    }

    [Fact]
    public async Task A_no_makes_room_for_the_next_at_once_and_other_words_mean_nothing()
    {
        await OfferAsync("tg:700000201");
        await _host.WriteAsync("А сколько это стоит?", "tg:700000201");
        Assert.Equal("700000201 offered", await StatesAsync());

        await _host.WriteAsync("нет", "tg:700000201");

        Assert.Equal("700000201 refused", await StatesAsync());
        Assert.Null(await OfferAsync("tg:700000202"));
    }

    [Fact]
    public void An_hour_is_freed_by_a_refusal_and_filled_by_whoever_stands_in_it_with_the_same_master()
    {
        var start = new DateTimeOffset(2026, 11, 24, 11, 30, 0, TimeSpan.Zero);
        AppointmentRow Row(string key, string plan, double hoursLater, string staff = "Ольга") =>
            new() { Key = key, Plan = plan, StartAt = start.AddHours(hoursLater), Staff = staff, Branch = "center" };

        var slots = FreedSlot.Of([Row("a", "declined", 0), Row("b", "cancelled", 3), Row("c", "confirmed", 0.5), Row("d", "created", 4), Row("e", "created", 3, "Карина")]);

        Assert.Equal([("a", "c"), ("b", null)], slots.Select(slot => (slot.Lost.Key, slot.Filler?.Key)));
    }

    private async Task<string?> OfferAsync(string client)
    {
        var offer = await RowAsync(client);
        string? refusal = null;
        await _host.Get<ITransactions>().RunAsync(
            store =>
            {
                var book = new SlotBook(store);
                refusal = book.Claim(offer)?.Code;
                book.Tell(offer.Key, SlotOfferStates.Offered);
            },
            Cancel);
        return refusal;
    }

    private async Task<string?> SettleAsync(string client)
    {
        var key = (await RowAsync(client)).Key;
        string? refusal = null;
        await _host.Get<ITransactions>().RunAsync(store => refusal = new SlotBook(store).Settle(key, isYes: true, _host.Now)?.Code, Cancel);
        return refusal;
    }

    private async Task<SlotOfferRow> RowAsync(string client)
    {
        var id = (await _host.Get<IClients>().MembersAsync(client, Cancel))[0];
        return new SlotOfferRow
        {
            Key = OfferSlot.KeyOf("B-1@1", id), SlotKey = "B-1@1", ClientId = id, Bot = "salon-bot", Branch = "center", OfferedAt = _host.Now, ExpiresAt = _host.Now + SendOffer.Patience,
        };
    }

    private async Task<string> StatesAsync()
    {
        var known = new Dictionary<ClientId, string>();
        foreach (var client in new[] { "700000201", "700000202", "700000203" })
        {
            known[(await _host.Get<IClients>().MembersAsync("tg:" + client, Cancel))[0]] = client;
        }

        return string.Join(", ", (await _host.ListAsync<SlotOfferRow>(rows => rows.OrderBy(row => row.OfferedAt))).Select(row => $"{known[row.ClientId]} {row.State}"));
    }
}
