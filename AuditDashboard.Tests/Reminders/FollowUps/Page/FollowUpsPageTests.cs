using AuditDashboard.Reminders.FollowUps.Page;
using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;
using AuditDashboard.Tests.Reminders.Presets;
using AuditDashboard.Tests.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AuditDashboard.Tests.Reminders.FollowUps.Page;

/// <summary>It is 12:41 in Moscow.</summary>
public sealed class FollowUpsPageTests : UiTest
{
    private readonly Chosen _salon = new();

    public FollowUpsPageTests()
    {
        Services.AddSingleton<ISettings>(_salon).AddSingleton<ISettingChoice>(_salon).AddSingleton(TestPresets.All);
        Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new ReminderOptions())).AddSingleton<ReminderRules>().AddSingleton<FollowUpPreview>();
    }

    [Fact]
    public void Where_nothing_is_settled_it_is_off_and_the_usual_words_lie_ready()
    {
        var page = Render<FollowUpsPage>();

        Assert.False(page.Find("[data-testid=followups-on]").HasAttribute("checked"));
        Assert.Equal("Здравствуйте, Анна! Не успели договорить. Подобрать для вас удобное время?", page.FindAll("[data-testid=followup-preview]")[0].TextContent);
        Assert.Contains("12:56", page.Markup, StringComparison.Ordinal);
        Assert.Contains("11:00", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_shown_judged_and_saved_with_its_template()
    {
        var page = Render<FollowUpsPage>();
        await page.Find("[data-testid=followups-on]").ChangeAsync(true);
        await page.Find("#followup-1-text").InputAsync("{client}, скидка 20 %!");

        Assert.Equal("Анна, скидка 20 %!", page.FindAll("[data-testid=followup-preview]")[0].TextContent);
        Assert.Contains("скидка", page.Find("[data-testid=followup-lint]").TextContent, StringComparison.Ordinal);

        await page.Find("#followup-1-text").InputAsync("{client}, вы ещё думаете?");
        await page.Find("#followup-1-template").ChangeAsync("dumaete_1");
        await page.Find("[data-testid=followups-save]").ClickAsync();

        Assert.Empty(page.FindAll("[data-testid=followup-lint]"));
        Assert.Equal((true, "{client}, вы ещё думаете?", "dumaete_1", "ru"), (_salon.FollowUps.Enabled, _salon.FollowUps.Texts[0], _salon.FollowUps.Templates[0], _salon.FollowUps.TemplateLanguage));
    }

    [Fact]
    public async Task A_preset_shows_what_it_changes_keeps_own_words_and_can_be_taken_back()
    {
        _salon.FollowUps = new FollowUpSettings(true, [.. TestPresets.All.Of("salon")!.Texts.Take(2), "Мой текст"], false, false, "", "salon");
        var page = Render<FollowUpsPage>();

        await page.Find("[data-testid=preset]").ChangeAsync("clinic");
        var changes = page.Find("[data-testid=preset-changes]");
        Assert.Contains("за 48 ч", changes.TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("[data-kept]"));
        await page.Find("[data-testid=preset-take]").ClickAsync();
        await page.Find("[data-testid=followups-save]").ClickAsync();

        Assert.Equal(("clinic", "Мой текст"), (_salon.FollowUps.Preset, _salon.FollowUps.Texts[2]));
        Assert.Equal(TestPresets.All.Of("clinic")!.Texts.Take(2), _salon.FollowUps.Texts.Take(2));

        await page.Find("[data-testid=preset-back]").ClickAsync();
        await page.Find("[data-testid=followups-save]").ClickAsync();

        Assert.Equal(("salon", "Мой текст"), (_salon.FollowUps.Preset, _salon.FollowUps.Texts[2]));
    }

    private sealed class Chosen : ISettings, ISettingChoice
    {
        public SalonSettings Salon { get; } = new("Студия", "Europe/Moscow", []);

        public FollowUpSettings FollowUps { get; set; } = FollowUpSettings.Off;

        public Task<string?> SaveAsync(DigestSettings wanted, Func<Task> undone) => throw new NotSupportedException();

        public Task<string?> SaveAsync(FollowUpSettings wanted, Func<Task> undone)
        {
            FollowUps = wanted.Judge() is null ? wanted : FollowUps;
            return Task.FromResult(wanted.Judge()?.Code);
        }
    }
}
