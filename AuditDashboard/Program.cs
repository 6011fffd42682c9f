using AuditDashboard.Access;
using AuditDashboard.Backups;
using AuditDashboard.Bitrix24;
using AuditDashboard.Channels;
using AuditDashboard.Conversations;
using AuditDashboard.Demo;
using AuditDashboard.Digest;
using AuditDashboard.Events;
using AuditDashboard.Evidence;
using AuditDashboard.Exports;
using AuditDashboard.Foundation;
using AuditDashboard.Ingestion;
using AuditDashboard.Jobs;
using AuditDashboard.Kpi;
using AuditDashboard.Notices;
using AuditDashboard.Relay;
using AuditDashboard.Reminders;
using AuditDashboard.Replay;
using AuditDashboard.Retention;
using AuditDashboard.Settings;
using AuditDashboard.Shell;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

try
{
    if (await RestoreCommand.TryRunAsync(args, CancellationToken.None) is { } restored)
    {
        return restored;
    }

    if (EvidenceModule.IsVerifying(args))
    {
        await using var app = Build(args);
        return await EvidenceModule.VerifyAsync(app.Services);
    }

    while (await ServeAsync(args))
    {
        // A restored database is taken over by a start, and nobody may be there to make one.
    }

    return 0;
}
catch (Exception problem) when (ConfigurationProblem.LineOf(problem) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return ConfigurationProblem.ExitCode;
}

static async Task<bool> ServeAsync(string[] args)
{
    var app = Build(args);
    app.TakeDataFolder();
    var restart = app.Services.GetRequiredService<Restart>();
    await app.RunAsync();
    return restart.IsWanted;
}

static WebApplication Build(string[] args)
{
    var spelled = DemoModule.SpellArguments(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = spelled, ContentRootPath = AppContext.BaseDirectory });
    builder.Configuration.AddEnvironmentVariables("ASPNETCORE_").AddCommandLine(spelled); // else Urls of appsettings.json beats ASPNETCORE_URLS
    builder.WebHost.UseStaticWebAssets(); // unpublished builds keep their files where they were made
    builder.AddFoundation().AddStorage().AddShell().AddAccess().AddEvents().AddSettings().AddConversations().AddEvidence();
    builder.AddIngestion().AddChannels().AddRelay().AddReminders().AddKpi().AddOverview().AddDigest();
    builder.AddReplay().AddBitrix24().AddNotices().AddJobs().AddExports().AddBackups().AddRetention().AddDemo();
    var app = builder.Build();
    app.UseShell();
    app.MapIngestion();
    app.MapChannels();
    app.MapRelay();
    app.MapConversations();
    app.MapAccess().MapReminders().MapKpi().MapEvidence().MapExports().MapBackups().MapRetention().MapBitrix24().MapJobs();
    app.MapShell();
    // Before the host does it, whose log would put a stack trace around the one line that matters.
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    return app;
}
