using AuditDashboard.Backups.Files;
using AuditDashboard.Backups.Restoring;
using AuditDashboard.Backups.Sealing;
using AuditDashboard.Foundation;
using AuditDashboard.Storage;
using Microsoft.Extensions.Options;

namespace AuditDashboard.Backups;

/// <summary>
/// <c>AuditDashboard -- restore &lt;file&gt; [--key &lt;file&gt;]</c> (http-api.md section 10): asks nothing, works into a fresh folder and over an existing
/// database, which it keeps beside.
/// </summary>
public static class RestoreCommand
{
    /// <summary>0 restored, 1 the backup is no good, 78 a setting is (the key, the folder); null when the command line says something else.</summary>
    public static async Task<int?> TryRunAsync(string[] arguments, CancellationToken cancel)
    {
        if (RestoreArguments.Read(arguments) is not { } asked)
        {
            return null;
        }

        if (asked.File.Length == 0)
        {
            await Console.Error.WriteLineAsync(RestoreWords.Of("Usage"));
            return 1;
        }

        using var host = Host(asked.Settings);
        host.Services.GetRequiredService<IStartupValidator>().Validate();
        try
        {
            await Console.Out.WriteLineAsync(host.Services.GetRequiredService<RestoreHere>().Handle(Path.GetFullPath(asked.File), asked.KeyFile, cancel));
            return 0;
        }
        catch (BackupProblem problem)
        {
            await Console.Error.WriteLineAsync(RestoreWords.Of(problem));
            return problem.Code.StartsWith("key.", StringComparison.Ordinal) ? ConfigurationProblem.ExitCode : 1;
        }
    }

    private static IHost Host(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders(); // what is said is the answer
        builder.AddFoundation().AddStorage();
        builder.Services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        BackupsModule.AddRestoring(builder.Services);
        builder.Services.AddSingleton<RestoreHere>();
        return builder.Build();
    }
}
