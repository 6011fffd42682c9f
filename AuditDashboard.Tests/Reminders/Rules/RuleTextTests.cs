using AuditDashboard.Reminders.Rules;
using AuditDashboard.Settings;
using AuditDashboard.Tests.Reminders.Presets;

namespace AuditDashboard.Tests.Reminders.Rules;

public sealed class RuleTextTests
{
    [Theory]
    [InlineData("24:00:00", "24h")]
    [InlineData("1.00:00:00", "24h")]
    [InlineData("03:00:00", "3h")]
    [InlineData("3:00", "3h")]
    [InlineData("01:30:00", "90m")]
    [InlineData("168:00:00", "168h")]
    public void A_time_span_is_read_as_people_write_it(string text, string name) => Assert.Equal(name, RuleSpan.Name(RuleSpan.Parse(text)!.Value));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("3")]
    [InlineData("-3:00:00")]
    [InlineData("a:00")]
    [InlineData("1.2.3:00")]
    [InlineData("99999:00:00")]
    public void What_is_none_is_refused(string? text) => Assert.Null(RuleSpan.Parse(text));

    [Theory]
    [InlineData("Ждём вас завтра, и ещё: скидка на окрашивание", "скидка")]
    [InlineData("Акция! Приходите", "Акция")]
    [InlineData("Стрижка −20 % сегодня", "−20 %")]
    [InlineData("Подробнее: https://salon.example/a", "https://salon.example/a")]
    [InlineData("Пишите на salon.ru", "salon.ru")]
    [InlineData("Бесплатный уход в подарок", "Бесплатный, подарок")]
    [InlineData("Здравствуйте! Ждём вас 28 ноября в 14:30, мастер Ольга. Подтвердите визит.", "")]
    [InlineData("Реакция кожи возможна, предупредите мастера", "")]
    [InlineData("Кабинет 5, 2 этаж", "")]
    public void Advertising_in_a_service_message_is_found(string text, string found) => Assert.Equal(found, string.Join(", ", AdvertisingWords.Find(text)));

    [Theory]
    [InlineData("Здравствуйте[, {client}]! Ждём {date} в {time}[, мастер {staff}].", "Здравствуйте, Анна! Ждём 28 ноября в 14:30.")]
    [InlineData("{client}, ждём на {service} к мастеру {staff}.", "Анна, ждём на Стрижка к мастеру.")]
    [InlineData("Кабинет [5], {client}", "Кабинет [5], Анна")]
    [InlineData("{unknown} {client}", "{unknown} Анна")]
    public void A_template_is_filled_and_what_is_not_known_falls_out(string template, string expected) => Assert.Equal(expected, ReminderTemplate.Fill(template, new Dictionary<string, string?>
    {
        ["client"] = "Анна", ["service"] = "Стрижка", ["staff"] = null, ["date"] = "28 ноября", ["time"] = "14:30",
    }));

    [Fact]
    public void A_rule_that_advertises_stops_the_start_and_names_the_setting()
    {
        var judged = new ReminderOptionsRules().Validate(null, new ReminderOptions
        {
            Rules = [new() { Before = "24:00:00", Text = "Только сегодня скидка" }, new() { Before = "soon" }], QuietHours = new() { From = "25:00", To = "09:00" },
        });

        Assert.Contains(judged.Failures!, line => line.StartsWith("Provisioning:Reminders:Rules:0:Text advertises", StringComparison.Ordinal));
        Assert.Contains(judged.Failures!, line => line.StartsWith("Provisioning:Reminders:Rules:1:Before", StringComparison.Ordinal));
        Assert.Contains(judged.Failures!, line => line.StartsWith("Provisioning:Reminders:QuietHours:From", StringComparison.Ordinal));
    }

    [Fact]
    public void The_narrower_rule_for_an_hour_holds_and_advertising_is_off()
    {
        var rules = new ReminderRules(Microsoft.Extensions.Options.Options.Create(new ReminderOptions
        {
            Rules =
            [
                new() { Before = "24:00:00", Text = "a" }, new() { Before = "24:00:00", Service = "Маникюр", Text = "b" }, new() { Before = "02:00:00", Branch = "north" },
                new() { Before = "48:00:00", Class = MessageClass.Advertising, Text = "Скидка" },
            ],
        }), TestPresets.All, new TestPresets.Settled(null));

        Assert.Equal(["a"], rules.For("Стрижка", "center").Select(rule => rule.Text));
        Assert.Equal(["b", null], rules.For("Маникюр", "north").Select(rule => rule.Text));
    }
}
