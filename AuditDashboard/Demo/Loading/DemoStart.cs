using AuditDashboard.Demo.Salon;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Demo.Loading;

/// <summary>What this start was asked to load, and the date in Moscow on which it was.</summary>
internal sealed class DemoStart(IOptions<DemoOptions> options, TimeProvider time)
{
    public DemoPreset? Preset => DemoPreset.Find(options.Value.Demo);

    public DateOnly Today => DemoSalon.DateOf(time.GetUtcNow());
}
