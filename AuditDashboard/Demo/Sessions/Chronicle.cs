using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Writing;

namespace AuditDashboard.Demo.Sessions;

/// <summary>What happens to the salon as a whole: releases, an outage, the weekly review, withdrawn consents.</summary>
internal sealed class Chronicle(DemoWorld world)
{
    private const string Owner = "Марина (управляющая)";

    private readonly DemoRandom _random = new("chronicle");

    /// <summary>The release in force when the history begins.</summary>
    public void Begin(DateOnly first) =>
        Release("release.activated", DemoSalon.At(first, TimeSpan.FromMinutes(1)), world.Story.ReleaseAt(DemoSalon.At(first, TimeSpan.Zero), 99), ("by", Owner));

    public void Write(DateOnly date)
    {
        var story = world.Story;
        var day = story.DayOf(date);
        switch (day)
        {
            case 36: Activate(story.SecondAt, DemoRelease.Second, ("reason", "Исправлена ветка цен")); break;
            case 52: Activate(story.ThirdAt, DemoRelease.Third, ("reason", "Новая модель")); break;
            case 56: RollBack(story); break;
            case 64: Activate(story.CanaryAt, DemoRelease.Fourth, ("share", 20)); break;
            case 70: Activate(story.FourthAt, DemoRelease.Fourth, ("share", 100)); break;
            case Storyline.Outage: Warn(story.OutageFrom.AddMinutes(6), DemoChannels.Telegram, "connection refused"); break;
            case Storyline.WhatsAppDecay: Warn(story.At(day, 12, 40), DemoChannels.WhatsApp, "delivery_rate_low"); break;
        }

        if (((day % 7) + 7) % 7 == 0)
        {
            world.Labels.Review(world.Queue, story.At(day, 19, 5));
            Revoke(date);
        }
    }

    private void Activate(DateTimeOffset at, DemoRelease release, (string, object) why)
    {
        Release("release.activated", at, release, ("by", Owner), why);
        Release("release.acked", at.AddSeconds(31), release);
    }

    private void RollBack(Storyline story)
    {
        Release(
            "release.rolled_back", story.RolledBackAt, DemoRelease.Second, ("by", Owner), ("from", DemoRelease.Third.Name),
            ("reason", "Ассистент стал отвечать медленно и путает время при переносе"));
        Release("release.acked", story.RolledBackAt.AddSeconds(38), DemoRelease.Second);
    }

    private void Release(string type, DateTimeOffset at, DemoRelease release, params (string, object)[] more) =>
        world.Queue.Add(new(type, at) { Release = release, Actor = type == "release.acked" ? "ai" : "human", More = more });

    private void Warn(DateTimeOffset at, string channel, string error) =>
        world.Queue.Add(new("channel.warning", at) { Channel = channel, Actor = "system", More = [("error", error)] });

    /// <summary>About one client a week takes the consent back.</summary>
    private void Revoke(DateOnly date)
    {
        if (world.Consenting.Count > 0)
        {
            var person = _random.Pick(world.Consenting);
            world.Consenting.Remove(person);
            world.Queue.Add(new DemoDraft("consent.revoked", DemoSalon.At(date, TimeSpan.FromMinutes(_random.Between(600, 1200))))
            {
                Channel = person.Channel, Person = person, Actor = "client", More = [("purpose", "advertising")],
            });
        }
    }
}
