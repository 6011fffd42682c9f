using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Story;
using AuditDashboard.Demo.Writing;

namespace AuditDashboard.Demo.Sessions;

/// <summary>The weekly review: people judge whether the assistant understood (K7's raw material). Every message of the week is as likely to be picked.</summary>
internal sealed class LabelSamples
{
    private const int Kept = 60;

    private static readonly string[] Reviewers = ["Марина (управляющая)", "Ирина (администратор)"];

    private readonly DemoRandom _random = new("labels");
    private readonly List<Sample> _week = [];
    private readonly Dictionary<DemoRelease, Deck<bool>> _right = [];
    private int _seen;

    public void Offer(string messageId, DemoDraft message)
    {
        if (message is not { Release: { } release, Intent: { } intent, Session: { } session })
        {
            return;
        }

        var sample = new Sample(messageId, session, message.Channel, intent, message.Confidence, release);
        var place = _seen++ < Kept ? _week.Count : _random.Below(_seen);
        if (place < _week.Count)
        {
            _week[place] = sample;
        }
        else if (place < Kept)
        {
            _week.Add(sample);
        }
    }

    public void Review(EventQueue queue, DateTimeOffset at)
    {
        foreach (var (sample, place) in _week.Take(_random.Between(28, 38)).Select((sample, place) => (sample, place)))
        {
            var unclear = _random.Chance(0.08);
            var right = Right(sample.Release).Draw();
            queue.Add(Label(sample, at.AddSeconds(40 * place), Reviewers[0], unclear ? "unclear" : right ? "correct" : "wrong"));
            if (place % 10 == 3 && !unclear)
            {
                queue.Add(Label(sample, at.AddDays(1).AddSeconds(40 * place), Reviewers[1], right == _random.Chance(0.94) ? "correct" : "wrong"));
            }
        }

        _week.Clear();
        _seen = 0;
    }

    private static DemoDraft Label(Sample sample, DateTimeOffset at, string reviewer, string verdict) => new("intent.labelled", at)
    {
        Session = sample.Session, Channel = sample.Channel, Actor = "human", InReplyTo = sample.MessageId, Intent = sample.Intent, Confidence = sample.Confidence,
        Release = sample.Release,
        More = verdict == "wrong"
            ? [("verdict", verdict), ("reviewer", reviewer), ("expected", sample.Intent == "price.ask" ? "booking.create" : "price.ask")]
            : [("verdict", verdict), ("reviewer", reviewer)],
    };

    private Deck<bool> Right(DemoRelease release)
    {
        if (!_right.TryGetValue(release, out var deck))
        {
            _right[release] = deck = new(_random, 25, (true, release.RightIntent), (false, 100 - release.RightIntent));
        }

        return deck;
    }

    private sealed record Sample(string MessageId, string Session, string? Channel, string Intent, double Confidence, DemoRelease Release);
}
