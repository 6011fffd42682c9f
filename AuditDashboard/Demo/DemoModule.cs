using AuditDashboard.Demo.Banner;
using AuditDashboard.Demo.Loading;
using AuditDashboard.Demo.Marking;
using AuditDashboard.Demo.Removal;
using AuditDashboard.Ui;

namespace AuditDashboard.Demo;

/// <summary>A made-up salon for those who want to look before they connect anything. Stands after everything that its loading needs started.</summary>
public static class DemoModule
{
    public static IHostApplicationBuilder AddDemo(this IHostApplicationBuilder host)
    {
        host.Services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        host.Services.AddSingleton<DemoStart>().AddSingleton<DemoMarks>().AddSingleton<DemoFeed>().AddSingleton<DemoPeople>();
        host.Services.AddSingleton<LoadDemo>().AddSingleton<DemoRemoval>().AddScoped<RemoveDemo>();
        host.Services.AddSingleton(new LayoutBanner(typeof(DemoBanner)));
        host.Services.AddHostedService<DemoStarter>();
        return host;
    }

    /// <summary>The command line with <c>--demo</c> spelled out as the setting it stands for.</summary>
    public static string[] SpellArguments(string[] arguments) => DemoArguments.Spell(arguments);
}
