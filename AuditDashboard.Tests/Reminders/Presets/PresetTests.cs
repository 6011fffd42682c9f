using AuditDashboard.Reminders.Presets;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;

namespace AuditDashboard.Tests.Reminders.Presets;

public sealed class PresetTests
{
    [Theory]
    [InlineData("salon", "24h 3h")]
    [InlineData("barbershop", "24h 2h")]
    [InlineData("clinic", "48h 24h 3h")]
    [InlineData("school", "24h 2h")]
    public void A_preset_is_sound_speaks_russian_and_has_its_reminders(string name, string hours)
    {
        var preset = TestPresets.All.Of(name)!;

        Assert.Null(new FollowUpSettings(true, preset.Texts, false, true, preset.CallText, name).Judge());
        Assert.All([.. preset.Texts, preset.CallText], text => Assert.Matches("[а-я]", text));
        Assert.Equal(hours, string.Join(' ', RulesOf(name).All.Select(rule => rule.Name)));
        Assert.All(preset.Rules.Select(rule => rule.Text).OfType<string>(), text => Assert.Empty(AdvertisingWords.Find(text)));
    }

    [Fact]
    public void Rules_of_the_configuration_stand_above_a_preset() =>
        Assert.Equal(["5h"], RulesOf("clinic", new ReminderOptions { Rules = [new() { Before = "05:00:00" }] }).All.Select(rule => rule.Name));

    [Fact]
    public async Task Another_preset_plans_the_reminders_anew_and_what_was_sent_is_not_sent_again()
    {
        await using var host = await ReminderHost.StartAsync(null);
        await host.BookAsync("2026-11-26T14:30");
        await host.SweepAtAsync("2026-11-25T14:30:00");

        host.Settle(FollowUpSettings.Off with { Preset = "barbershop" });
        await host.Get<AuditDashboard.Reminders.Planning.PlanAgain>().HandleAsync(TestContext.Current.CancellationToken);
        await host.SweepAtAsync("2026-11-26T12:30:00");

        Assert.Equal("24h sent, 3h void (rule), 2h sent", await host.StatesAsync());
        Assert.StartsWith("Здравствуйте, Анна! Ждём вас 26 ноября, четверг в 14:30, «Стрижка», барбер Ольга.", host.Sender.Delivered.Last().Message.Text, StringComparison.Ordinal);
        Assert.EndsWith("придёте.", host.Sender.Delivered.Last().Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_begins_with_a_preset_and_never_touches_what_was_settled()
    {
        await using var host = await ReminderHost.StartAsync(null, ("Provisioning:FollowUps:Preset", "school"), ("Provisioning:FollowUps:Enabled", "true"));
        var settled = host.Get<ISettings>().FollowUps;
        host.Settle(settled with { Enabled = false });

        await host.Get<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<ProvisionFollowUps>().Single().StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("school", true, false), (settled.Preset, settled.Enabled, settled.AnswersCalls));
        Assert.Equal(3, settled.Texts.Count);
        Assert.False(host.Get<ISettings>().FollowUps.Enabled);
    }

    private static ReminderRules RulesOf(string preset, ReminderOptions? options = null) =>
        new(Microsoft.Extensions.Options.Options.Create(options ?? new ReminderOptions()), TestPresets.All, new TestPresets.Settled(preset));
}
