using AuditDashboard.Reminders.Presets;
using AuditDashboard.Settings;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuditDashboard.Tests.Reminders.Presets;

/// <summary>The presets with the application's own words.</summary>
internal static class TestPresets
{
    public static PresetList All => new(new StringLocalizer<PresetText>(
        new ResourceManagerStringLocalizerFactory(Microsoft.Extensions.Options.Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));

    internal sealed class Settled(string? preset) : ISettings
    {
        public SalonSettings Salon { get; } = new("", "Europe/Moscow", []);

        public FollowUpSettings FollowUps { get; } = FollowUpSettings.Off with { Preset = preset };
    }
}
