using System.Runtime.InteropServices;

namespace AuditDashboard.Demo.Chance;

/// <summary>
/// Quota sampling (product.md section 7.1): cards in fixed proportions, shuffled and dealt one by one. What a deck of this size cannot hold exactly is
/// carried over to the next, so a share wanders by less than one deck however long the run is.
/// </summary>
internal sealed class Deck<T>(DemoRandom random, int size, params (T Card, double Weight)[] weights)
{
    private readonly List<T> _cards = [];
    private readonly double[] _owed = new double[weights.Length];
    private readonly double _total = weights.Sum(weight => weight.Weight);

    public T Draw() => DrawWhere(_ => true);

    /// <summary>The next card that fits; the ones passed over stay for later. The plain next one when none fits even in a fresh deck.</summary>
    public T DrawWhere(Func<T, bool> fits)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var at = _cards.FindLastIndex(card => fits(card));
            if (at >= 0)
            {
                return Deal(at);
            }

            Refill();
        }

        return Deal(_cards.Count - 1);
    }

    private T Deal(int at)
    {
        var card = _cards[at];
        _cards.RemoveAt(at);
        return card;
    }

    private void Refill()
    {
        for (var i = 0; i < weights.Length; i++)
        {
            _owed[i] += weights[i].Weight / _total * size;
        }

        List<T> fresh = [];
        while (fresh.Count < size)
        {
            var most = Array.IndexOf(_owed, _owed.Max());
            _owed[most]--;
            fresh.Add(weights[most].Card);
        }

        random.Shuffle(CollectionsMarshal.AsSpan(fresh));
        _cards.InsertRange(0, fresh);
    }
}
