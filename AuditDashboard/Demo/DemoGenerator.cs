using AuditDashboard.Demo.Salon;
using AuditDashboard.Demo.Sessions;

namespace AuditDashboard.Demo;

/// <summary>
/// Makes up the history of a salon (product.md section 7): the same events on every machine for the same day. Nothing is read and nothing is kept;
/// days are made as they are asked for.
/// </summary>
/// <param name="today">The salon's date (Europe/Moscow); the history ends with the day before.</param>
internal sealed class DemoGenerator(DemoPreset preset, DateOnly today)
{
    private const double OrdinaryDay = 46.5;
    private const double JournalShare = 18 / OrdinaryDay;

    /// <summary>Ascending by the moment of receipt.</summary>
    public IEnumerable<DemoEvent> Events()
    {
        using var world = new DemoWorld(today);
        var first = today.AddDays(-preset.Days);
        var chronicle = new Chronicle(world);
        var day = new DemoDay(world, preset.DailySessions, preset.DailySessions * JournalShare);
        chronicle.Begin(first);
        for (var date = first; date < today; date = date.AddDays(1))
        {
            chronicle.Write(date);
            day.Live(date);
            foreach (var happened in world.Queue.Before(DemoSalon.At(date.AddDays(1), TimeSpan.Zero)))
            {
                yield return happened;
            }
        }
    }
}
