using AuditDashboard.Access;
using AuditDashboard.Channels;
using AuditDashboard.Conversations;
using AuditDashboard.Demo;
using AuditDashboard.Events;
using AuditDashboard.Evidence;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using AuditDashboard.Kpi;
using AuditDashboard.Replay;
using AuditDashboard.Settings;
using AuditDashboard.Shell;
using AuditDashboard.Storage;

try
{
    args = DemoModule.SpellArguments(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.Configuration.AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(args); // else Urls of appsettings.json beats ASPNETCORE_URLS
    builder.AddFoundation().AddStorage().AddShell().AddAccess().AddEvents().AddSettings().AddConversations().AddEvidence();
    builder.AddIngestion().AddChannels().AddKpi().AddOverview().AddReplay().AddDemo();

    var app = builder.Build();
    app.UseShell();
    app.MapAccess();
    app.MapIngestion();
    app.MapChannels();
    app.MapConversations();
    app.MapKpi();
    app.MapShell();
    await app.RunAsync();
    return 0;
}
catch (Exception problem) when (ConfigurationProblem.LineOf(problem) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return ConfigurationProblem.ExitCode;
}
