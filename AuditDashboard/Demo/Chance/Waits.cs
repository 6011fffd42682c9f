using AuditDashboard.Demo.Story;

namespace AuditDashboard.Demo.Chance;

/// <summary>How long the assistant makes a client wait: lognormal by release, drawn evenly from every two-hundredth of the distribution.</summary>
internal sealed class Waits(DemoRandom random)
{
    private const int Strata = 200;

    private readonly Dictionary<DemoRelease, Deck<int>> _decks = [];

    public TimeSpan Draw(DemoRelease release)
    {
        if (!_decks.TryGetValue(release, out var deck))
        {
            _decks[release] = deck = new Deck<int>(random, Strata, [.. Enumerable.Range(0, Strata).Select(stratum => (stratum, 1.0))]);
        }

        var z = NormalQuantile.At((deck.Draw() + random.Unit()) / Strata);
        return TimeSpan.FromMilliseconds(Math.Round(Math.Clamp(release.MedianWaitMs * Math.Exp(release.WaitSigma * z), 250, 45_000)));
    }
}
