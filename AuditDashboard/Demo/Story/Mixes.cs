using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Salon;

namespace AuditDashboard.Demo.Story;

/// <summary>The proportions of product.md section 7.2, dealt from decks.</summary>
internal sealed class Mixes
{
    private readonly DemoRandom _random = new("mixes");
    private readonly Deck<string>[] _channels;
    private readonly Dictionary<(DemoRelease, bool), Deck<Ending>> _endings = [];
    private readonly Dictionary<DemoRelease, Deck<bool>> _lost = [];

    public Mixes()
    {
        _channels =
        [
            Channels(40, 27, 9, 2, 7),
            Channels(45, 20, 7, 7, 6),
            Channels(49, 13, 5, 12, 6),
        ];
        Hours = new(_random, 200, [.. Season.Hours.Select((share, hour) => (hour, share))]);
        Branches = new(_random, 100, [.. DemoBranch.All.Select(branch => (branch, (double)branch.Share))]);
        Needs = new(
            _random, 200, (Need.Booking, 46), (Need.Price, 12), (Need.Move, 15), (Need.Place, 10), (Need.Question, 7), (Need.Complaint, 1.6), (Need.Spam, 1.5),
            (Need.WrongNumber, 1.5), (Need.Other, 5.4));
        Sources = new(_random, 100, [.. DemoSource.All.Select(source => (source, (double)source.Share))]);
        Closers = Share(34);
        Returns = Share(4.4);
        Voices = Share(4.7);
        Missed = Share(9);
        Prepaid = Share(18);
    }

    public Deck<int> Hours { get; }

    public Deck<DemoBranch> Branches { get; }

    public Deck<Need> Needs { get; }

    public Deck<DemoSource> Sources { get; }

    /// <summary>Whether the client says thanks or good-bye at the end.</summary>
    public Deck<bool> Closers { get; }

    /// <summary>Whether a conversation is someone's who asks the same again within the week.</summary>
    public Deck<bool> Returns { get; }

    public Deck<bool> Voices { get; }

    public Deck<bool> Missed { get; }

    public Deck<bool> Prepaid { get; }

    public Deck<string> Channel(int day) => _channels[Math.Clamp((day - 1) / 30, 0, 2)];

    public Deck<Ending> Endings(DemoRelease release, bool lead)
    {
        if (!_endings.TryGetValue((release, lead), out var deck))
        {
            _endings[(release, lead)] = deck = new(_random, 50, [.. lead ? release.LeadEndings : release.OtherEndings]);
        }

        return deck;
    }

    /// <summary>Whether an answer in the middle fails to come.</summary>
    public bool LosesAnAnswer(DemoRelease release)
    {
        if (!_lost.TryGetValue(release, out var deck))
        {
            _lost[release] = deck = Share(release.Lost);
        }

        return deck.Draw();
    }

    private Deck<string> Channels(double telegram, double whatsApp, double instagram, double max, double vk) => new(
        _random, 100, (DemoChannels.Telegram, telegram), (DemoChannels.WhatsApp, whatsApp), (DemoChannels.Instagram, instagram), (DemoChannels.Max, max),
        (DemoChannels.Vk, vk), (DemoChannels.Phone, 100 - telegram - whatsApp - instagram - max - vk));

    private Deck<bool> Share(double percent) => new(_random, 100, (true, percent), (false, 100 - percent));
}
