using AuditDashboard.Access;
using AuditDashboard.Bitrix24;
using AuditDashboard.Channels;
using AuditDashboard.Conversations;
using AuditDashboard.Demo;
using AuditDashboard.Events;
using AuditDashboard.Evidence;
using AuditDashboard.Exports;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using AuditDashboard.Jobs;
using AuditDashboard.Kpi;
using AuditDashboard.Relay;
using AuditDashboard.Replay;
using AuditDashboard.Settings;
using AuditDashboard.Shell;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

try
{
    var spelled = DemoModule.SpellArguments(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = spelled, ContentRootPath = AppContext.BaseDirectory });
    builder.Configuration.AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(spelled); // else Urls of appsettings.json beats ASPNETCORE_URLS
    builder.WebHost.UseStaticWebAssets(); // unpublished builds keep their files where they were made
    builder.AddFoundation().AddStorage().AddShell().AddAccess().AddEvents().AddSettings().AddConversations().AddEvidence();
    builder.AddIngestion().AddChannels().AddRelay().AddKpi().AddOverview().AddReplay().AddBitrix24().AddJobs().AddExports().AddDemo();

    var app = builder.Build();
    app.UseShell();
    app.MapAccess();
    app.MapIngestion();
    app.MapChannels();
    app.MapRelay();
    app.MapConversations();
    app.MapKpi();
    app.MapExports();
    app.MapBitrix24();
    app.MapJobs();
    app.MapShell();
    // Before the host does it, whose log would put a stack trace around the one line that matters.
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (ConfigurationProblem.LineOf(problem) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return ConfigurationProblem.ExitCode;
}
