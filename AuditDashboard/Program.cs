using AuditDashboard.Access;
using AuditDashboard.Channels;
using AuditDashboard.Conversations;
using AuditDashboard.Events;
using AuditDashboard.Evidence;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using AuditDashboard.Kpi;
using AuditDashboard.Settings;
using AuditDashboard.Shell;
using AuditDashboard.Storage;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddFoundation().AddStorage().AddShell().AddAccess().AddEvents().AddSettings().AddConversations().AddEvidence();
    builder.AddIngestion().AddChannels().AddKpi();

    var app = builder.Build();
    app.UseShell();
    app.MapAccess();
    app.MapIngestion();
    app.MapChannels();
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
