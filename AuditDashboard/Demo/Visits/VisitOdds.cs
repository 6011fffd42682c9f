using AuditDashboard.Demo.Chance;
using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Story;

namespace AuditDashboard.Demo.Visits;

/// <summary>Who confirms and who comes (product.md section 7.3): 9 % of the confirmed, 38 % of the silent and 8 % of the short-lead ones stay away.</summary>
internal sealed class VisitOdds
{
    private const int WestIsWorse = 57;

    private readonly DemoRandom _random = new("odds");
    private readonly Dictionary<double, Deck<VisitState>> _states = [];
    private readonly Dictionary<(VisitState, double), Deck<bool>> _absent = [];
    private readonly Dictionary<int, Deck<bool>> _lost = [];

    public VisitState State(Visit visit, int day)
    {
        if (!visit.LongAhead)
        {
            return VisitState.ShortAhead;
        }

        var confirmed = Storyline.ConfirmedShare(day);
        if (!_states.TryGetValue(confirmed, out var deck))
        {
            var declined = day < Storyline.RemindersOn ? 8 : Math.Min(9, (100 - confirmed) / 2);
            _states[confirmed] = deck = new(
                _random, 50, (VisitState.Confirmed, confirmed), (VisitState.Declined, declined), (VisitState.Silent, 100 - confirmed - declined));
        }

        if (visit.Person.Channel != DemoChannels.WhatsApp || day < Storyline.RemindersOn || !Undelivered(day))
        {
            return deck.Draw();
        }

        deck.DrawWhere(state => state == VisitState.Silent);
        return VisitState.Undelivered;
    }

    public bool StaysAway(Visit visit, VisitState state, int day)
    {
        var share = state switch
        {
            VisitState.Confirmed => 9.0,
            VisitState.ShortAhead => 8.0,
            _ => 38.0,
        };
        if (day >= WestIsWorse)
        {
            share *= visit.Master.Branch == "west" ? 1.55 : 0.86;
        }

        if (!_absent.TryGetValue((state, share), out var deck))
        {
            _absent[(state, share)] = deck = new(_random, 6, (true, share), (false, 100 - share));
        }

        return deck.Draw();
    }

    private bool Undelivered(int day)
    {
        var percent = (int)(Storyline.WhatsAppLoss(day) * 100);
        if (!_lost.TryGetValue(percent, out var deck))
        {
            _lost[percent] = deck = new(_random, 25, (true, percent), (false, 100 - percent));
        }

        return deck.Draw();
    }
}
