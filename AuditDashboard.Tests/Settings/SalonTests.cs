using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Settings;
using AuditDashboard.Settings.Salon;
using AuditDashboard.Tests.Access;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Settings;

public sealed class SalonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_an_event_counts_at_once_and_moves_the_clock_at_the_next_start()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        await using var owner = await OwnerScope.OpenAsync(host);
        var clock = host.Services.GetRequiredService<SalonClock>();
        var zoneBefore = clock.Zone.Id;
        var wanted = new SalonSettings("Other name", "Asia/Omsk", [new("center", "Center", "Asia/Tomsk")]);

        var refusal = await owner.Get<ChangeSalon>().HandleAsync(wanted, Cancel);
        var same = await owner.Get<ChangeSalon>().HandleAsync(wanted, Cancel);

        Assert.Null(refusal);
        Assert.Null(same);
        Assert.Equal("Other name", host.Services.GetRequiredService<ISettings>().Salon.Name);
        Assert.Equal("Center", host.Services.GetRequiredService<ISettings>().Salon.NameOf("center"));
        Assert.Equal(zoneBefore, clock.Zone.Id);
        var events = await host.Services.GetRequiredService<IEventReader>().ListAsync(new EventFilter(Type: "settings.changed"), Cancel);
        Assert.Equal(2, events.Count);
        Assert.Equal(("app", owner.UserId), (events[1].Bot, events[1].Content!.DataText("by")));
    }

    [Fact]
    public async Task A_bot_cannot_change_settings_by_sending_the_event_itself()
    {
        await using var host = await AccessHost.StartProvisionedAsync();
        var json = """{"id":"x-1","type":"settings.changed","time":"2026-11-22T09:00:00Z","data":{"sections":{"salon":{"name":"Stolen","timeZone":"UTC","branches":[]}}}}"""u8.ToArray();
        var draft = new EventDraft { Bot = "app", Envelope = "native", Content = EventJudge.Judge(json, out _)!, Json = json };

        var appended = await host.Services.GetRequiredService<IEventLog>().AppendAsync([draft], Cancel);

        Assert.True(appended.Succeeded);
        await using var db = host.Database();
        Assert.DoesNotContain(db.Set<AuditDashboard.Settings.Store.SettingRow>(), row => row.Json.Contains("Stolen"));
    }

    [Theory]
    [InlineData("", "Europe/Moscow", "center", "Center", null, "name.missing")]
    [InlineData("Salon", "Mars/Olympus", "center", "Center", null, "zone.unknown")]
    [InlineData("Salon", "Europe/Moscow", "центр", "Center", null, "branch.code")]
    [InlineData("Salon", "Europe/Moscow", "center", " ", null, "branch.name")]
    [InlineData("Salon", "Europe/Moscow", "center", "Center", "Nowhere", "branch.zone")]
    [InlineData("Salon", "Europe/Moscow", "north", "Center", null, "branch.repeated")]
    [InlineData("Salon", "Europe/Moscow", "center", "Center", "Asia/Tomsk", null)]
    public void A_salon_must_be_usable(string name, string zone, string code, string branch, string? branchZone, string? refusal) =>
        Assert.Equal(refusal, SalonRules.Judge(new SalonSettings(name, zone, [new(code, branch, branchZone), new("north", "North", null)]))?.Code);

    [Theory]
    [InlineData("Центр", "tsentr")]
    [InlineData("На Ленина, 5", "na-lenina-5")]
    [InlineData("Щёлково — ТЦ «Юг»", "shchelkovo-tts-yug")]
    [InlineData("???", "branch")]
    public void A_branch_gets_a_code_that_can_be_typed(string name, string code) => Assert.Equal(code, BranchCode.From(name, []));

    [Fact]
    public void A_code_that_is_taken_is_counted_on() => Assert.Equal("center-3", BranchCode.From("Center", ["center", "center-2"]));
}
