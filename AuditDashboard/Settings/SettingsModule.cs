using AuditDashboard.Access;
using AuditDashboard.Events;
using AuditDashboard.Foundation;
using AuditDashboard.Settings.Editing;
using AuditDashboard.Settings.Index;
using AuditDashboard.Settings.Salon;
using AuditDashboard.Settings.Start;
using AuditDashboard.Settings.Store;
using AuditDashboard.Ui;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace AuditDashboard.Settings;

/// <summary>What the owner decides, and the salon's clock that follows from it.</summary>
public static class SettingsModule
{
    public static IHostApplicationBuilder AddSettings(this IHostApplicationBuilder host)
    {
        var services = host.Services;
        services.AddOptions<SalonProvisioning>().BindConfiguration(SalonProvisioning.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SalonProvisioning>, SalonProvisioning.Validator>();
        services.AddSingleton<SettingsStore>();
        services.AddSingleton<ISettings>(provider => provider.GetRequiredService<SettingsStore>());
        services.AddSingleton<IBranchList>(provider => provider.GetRequiredService<SettingsStore>());
        services.AddSingleton<SaveSettings>().AddSingleton<ISettingSections, SettingSections>();
        services.AddSingleton<IFirstSalon, FirstSalon>();
        services.AddSingleton<Pulse<SettingsChanged>>();
        services.AddSingleton<IAppendStep, SettingsStep>();
        services.AddScoped<ChangeSalon>().AddScoped<ChangeSection>().AddScoped<SettingEditor>().AddScoped<ISettingChoice, SettingChoice>();
        services.AddHostedService<SettingsStarter>();
        services.AddSingleton(Clock);
        services.AddSingleton(new NavItem("settings", Icons.Material.Outlined.Settings, typeof(SettingsText), "SettingsTitle", NavSection.System, 40));
        SettingsLinks.AddTo(services);
        services.AddSingleton(Zones);
        return host;
    }

    private static SalonClock Clock(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<ISettings>();
        return new SalonClock(provider.GetRequiredService<TimeProvider>(), () => TimeZoneInfo.FindSystemTimeZoneById(settings.Salon.TimeZone));
    }

    private static SalonZones Zones(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<ISettings>();
        return new SalonZones(provider.GetRequiredService<SalonClock>(), () => settings.Salon.Branches
            .Where(branch => branch.TimeZone is not null)
            .ToDictionary(branch => branch.Code, branch => TimeZoneInfo.FindSystemTimeZoneById(branch.TimeZone!)));
    }
}
