using AuditDashboard.Demo.Chance;

namespace AuditDashboard.Demo.Salon;

/// <summary>
/// Who turns up. Someone who was here comes back only after <see cref="Rest"/> days, so that two visits by chance never look like one need
/// (14 days, kpi-notes.md section 4) or one question asked again (7 days, section 8).
/// </summary>
internal sealed class People
{
    private const int Rest = 16;

    private readonly DemoRandom _random = new("people");
    private readonly Dictionary<string, Queue<Person>> _known = [];
    private readonly Deck<bool> _returning;
    private readonly Deck<bool> _crossing;
    private int _count;

    public People()
    {
        _returning = new(_random, 50, (true, 36), (false, 64));
        _crossing = new(_random, 50, (true, 12), (false, 88));
    }

    /// <summary>Someone for a conversation of this day in this channel.</summary>
    public Person Next(string channel, DateOnly date)
    {
        var person = Crossing(channel, date) ?? (_returning.Draw() || NumbersRunOut(channel) ? Rested(channel, date) : null) ?? Newcomer(channel);
        Seen(person, date);
        return person;
    }

    public static void Seen(Person person, DateOnly date)
    {
        person.LastSeen = date;
        person.Sessions++;
    }

    /// <summary>Someone known from a messenger who now comes by their number: two addresses, one phone.</summary>
    private Person? Crossing(string channel, DateOnly date) =>
        channel is DemoChannels.WhatsApp or DemoChannels.Phone && _crossing.Draw() && Rested(DemoChannels.Telegram, date) is { PhoneKnown: true, Phone: not null } person
            ? person
            : null;

    /// <summary>Numbers are few: once they are given out, callers are people who called before.</summary>
    private bool NumbersRunOut(string channel) =>
        channel is DemoChannels.WhatsApp or DemoChannels.Phone or DemoChannels.Journal && _count > 9_000;

    private Person? Rested(string channel, DateOnly date)
    {
        var queue = Known(channel);
        for (var look = Math.Min(4, queue.Count); look > 0; look--)
        {
            var person = queue.Dequeue();
            queue.Enqueue(person);
            if (person.LastSeen.AddDays(Rest) <= date)
            {
                return person;
            }
        }

        return null;
    }

    private Person Newcomer(string channel)
    {
        var family = _random.Pick(PersonNames.Families);
        var name = _random.Chance(0.88) ? $"{_random.Pick(PersonNames.Women)} {family}" : $"{_random.Pick(PersonNames.Men)} {family[..^1]}";
        var person = new Person(_count++, name, channel == DemoChannels.Journal ? UsualChannel() : channel);
        Known(channel).Enqueue(person);
        return person;
    }

    private string UsualChannel() =>
        _random.Pick([DemoChannels.Telegram, DemoChannels.Telegram, DemoChannels.Telegram, DemoChannels.Max, DemoChannels.WhatsApp, DemoChannels.Phone]);

    private Queue<Person> Known(string channel) => _known.TryGetValue(channel, out var queue) ? queue : _known[channel] = new();
}
